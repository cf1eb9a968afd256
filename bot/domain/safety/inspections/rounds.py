"""An inspection (JC-…): a list that somebody goes through at a place. What he ticks is wrong; the rest he says is right
by handing it in. And the plan (JH-…) by which one is due again and again.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final, Self

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.safety.inspections.checklist import Item
from bot.identifiers import UserId

PREFIX: Final = "JC"
PLAN_PREFIX: Final = "JH"
USUAL: Final = time(8, 30)  # when a round of a plan begins, unless somebody says otherwise
TO_BE_DONE: Final = time(18)  # on its day
LATE_START: Final = time(15)  # what begins after that has until the next day of work
REMINDED: Final = timedelta(hours=2)  # before its end
CLIMBS_AT: Final = time(9)  # of the next day of work


class RoundState(StrEnum):
    OPEN = "待检查"
    DONE = "已完成"
    MISSED = "没有做"


@dataclass(frozen=True, slots=True)
class InspectionPlan:
    """`recurrence`: the contract's string (WEEKLY;MO;08:00). One of the configuration is called `place/checklist`."""

    number: str
    checklist: str
    place: str
    inspector: UserId
    recurrence: str
    on_holiday: OnHoliday = OnHoliday.NEXT_WORKDAY
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """`items` as they were when it began. `failed`: places of those that are wrong, `left_out`: that don't apply;
    `looked_at`: when he went through it. `hazards`: what was opened of it, `known`: what was open already.

    `plan`: empty for one that nobody planned, which is never due.
    """

    number: str
    checklist: str
    items: tuple[Item, ...]
    place: str
    inspector: UserId
    opened_at: datetime
    due: datetime
    plan: str = ""
    area: str = ""
    state: RoundState = RoundState.OPEN
    failed: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()
    looked_at: datetime | None = None
    hazards: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    done_at: datetime | None = None
    version: int = 1

    @property
    def is_done(self) -> bool:
        return self.state is RoundState.DONE

    @property
    def in_time(self) -> bool:
        return self.done_at is not None and self.done_at <= self.due

    @property
    def faults(self) -> tuple[Item, ...]:
        return tuple(self.items[place] for place in self.failed)

    @property
    def applying(self) -> int:
        """How many items were looked at."""
        return len(self.items) - len(self.left_out)

    def looked(self, failed: tuple[int, ...], now: datetime) -> Self:
        left_out = tuple(place for place in self.left_out if place not in failed)
        return replace(self, failed=failed, left_out=left_out, looked_at=now, version=self.version + 1)

    def without(self, left_out: tuple[int, ...]) -> Self:
        """Some of what wasn't ticked doesn't apply there."""
        kept = tuple(place for place in left_out if place not in self.failed)
        return replace(self, left_out=kept, version=self.version + 1)

    def done(self, hazards: tuple[str, ...], known: tuple[str, ...], now: datetime) -> Self:
        return replace(self, state=RoundState.DONE, hazards=hazards, known=known, done_at=now, version=self.version + 1)

    def missed(self) -> Self:
        return replace(self, state=RoundState.MISSED, version=self.version + 1)


def until(opened_at: datetime, calendar: Calendar) -> datetime:
    """When a round of a plan has to be done: that day, or the next day of work."""
    day = opened_at.date()
    if opened_at.time() >= LATE_START or not calendar.is_workday(day):
        day = calendar.next_workday(day)
    return datetime.combine(day, TO_BE_DONE, opened_at.tzinfo)


def climbs_at(due: datetime, calendar: Calendar) -> datetime:
    """When those above hear that it wasn't done."""
    return datetime.combine(calendar.next_workday(due.date()), CLIMBS_AT, due.tzinfo)
