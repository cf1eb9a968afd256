"""One line of the year's calendar: when, to whom, what is said, and what is taught along with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.dates import day as day_words
from bot.domain.dates import days
from bot.domain.notices.topics import Topic as Subscription
from bot.domain.rights import Role
from bot.domain.safety.calendar.when import Holiday, When, falls_on, holiday_at
from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.library.topic import Kind

BLANKS: Final = ("节日", "假期", "上班", "主题")  # what may stand in braces in a text
NO_THEME: Final = "以应急管理部公布的为准"


class Volunteers(StrEnum):
    """Who asked for it himself, each by himself."""

    QUIZ = "每日一题"


Stream = Subscription | Volunteers | tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """`to`: the groups that subscribe to it, or people by their roles. `rank`: what is daily or weekly gives way to
    what is higher that day; `instead`: the entry whose place it takes. `season`: first and last (month, day) between
    which it counts. `holidays`: of which, if not of all. `where`: only for a company that is exposed to it.

    `kinds` and `types`: of what a text is taken from the library; both empty and `teaches` false: none is.
    `confirm`: its readers press that it is done, and who didn't is listed. `hazards`: what is open is added.
    `report`: heads of departments are asked for a report instead, and who sent none is listed.
    """

    name: str
    when: When
    to: Stream
    title: str
    text: str = ""
    rank: int = 0
    instead: str = ""
    season: tuple[tuple[int, int], tuple[int, int]] | None = None
    holidays: tuple[str, ...] = ()
    where: str = ""
    teaches: bool = False
    kinds: frozenset[Kind] = frozenset()
    types: frozenset[HazardKind] = frozenset()
    confirm: bool = False
    report: bool = False
    hazards: bool = False
    source: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An entry on one of its days."""

    entry: Entry
    at: datetime
    holiday: Holiday | None = None

    @property
    def day(self) -> date:
        return self.at.date()

    def words(self, written: str, calendar: Calendar, theme: str) -> str:
        """With its braces filled in."""
        blanks: Mapping[str, str] = {"主题": theme or NO_THEME}
        if self.holiday:
            back = calendar.next_workday(self.holiday.last)
            blanks = {
                "主题": theme or NO_THEME,
                "节日": self.holiday.names,
                "假期": days(self.holiday.first, self.holiday.last),
                "上班": day_words(back),
            }
        return written.format_map(blanks)


def of_day(entries: Iterable[Entry], now: datetime, calendar: Calendar, exposed: frozenset[str]) -> Sequence[Occasion]:
    """What there is on the day of `now`, in order. What is daily or weekly gives way to whatever is higher."""
    found = [each for entry in entries if (each := _occasion(entry, now, calendar, exposed))]
    highest: dict[Stream, int] = {}
    for each in found:
        highest[each.entry.to] = max(highest.get(each.entry.to, 0), each.entry.rank)
    replaced = {each.entry.instead for each in found}
    stays = [
        each
        for each in found
        if each.entry.name not in replaced
        and (not each.entry.when.is_routine or each.entry.rank == highest[each.entry.to])
    ]
    return sorted(stays, key=lambda each: (each.at, each.entry.name))


def _occasion(entry: Entry, now: datetime, calendar: Calendar, exposed: frozenset[str]) -> Occasion | None:
    today = now.date()
    if (entry.where and entry.where not in exposed) or not _in_season(entry, today):
        return None
    if not falls_on(entry.when, today, calendar):
        return None
    holiday = holiday_at(entry.when, today, calendar)
    if entry.holidays and not (holiday and set(entry.holidays) & set(holiday.names.split("、"))):
        return None
    return Occasion(entry, datetime.combine(today, entry.when.at, now.tzinfo), holiday)


def _in_season(entry: Entry, today: date) -> bool:
    """A season may run over the turn of the year: 11-15 to 03-15."""
    if entry.season is None:
        return True
    first, last = entry.season
    here = (today.month, today.day)
    return first <= here <= last if first <= last else here >= first or here <= last
