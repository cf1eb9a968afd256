"""A day as it is named, and which days of the calendar that can mean.

A reference gives its stretches, first and last day of each: one where it is clear, several where people mean different
things by it, the likeliest first. Where there is none it raises Refused with the reason.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.when.results.outcomes import Refused, Vague
from bot.when.view import View

Stretch = tuple[date, date]
Stretches = tuple[Stretch, ...]


class DayRef(Protocol):
    def stretches(self, view: View, start: date | None = None) -> Stretches:
        """`start` is the first day of the range that this one ends."""
        ...


@dataclass(frozen=True, slots=True)
class Loose:
    """下月初, 过几天, 12月: a time that is no day. `question` asks for one."""

    question: str

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        raise Refused(Vague(self.question))


def just(only: date) -> Stretches:
    return ((only, only),)
