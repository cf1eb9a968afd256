"""All leaves of some days, counted again in portions: what it is about, and what became of each that changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.identifiers import UserId


class Became(StrEnum):
    LESS = "天数变少"
    MORE = "天数变多"
    OFF = "不用请了"
    SHORT = "余额不够"  # it takes more now than there is: a person decides
    UNCOUNTED = "算不了"  # its kind is no more


@dataclass(frozen=True, slots=True)
class Recounted:
    """`before` and `after`: in the counting of the kind; the same where nothing could be changed."""

    number: str
    user: UserId
    type: str
    before: Decimal
    after: Decimal
    became: Became


@dataclass(frozen=True, slots=True)
class Recount:
    """`why`: as people read it. `reached`: the number of the last leave that was looked at, empty at first."""

    id: int
    cause: str
    why: str
    first: date
    last: date
    reached: str = ""


def in_short(lines: Iterable[Recounted]) -> Iterator[str]:
    """`天数变少 3 条`, in the order of Became."""
    counted = dict.fromkeys(Became, 0)
    for line in lines:
        counted[line.became] += 1
    return (f"{became} {number} 条" for became, number in counted.items() if number)
