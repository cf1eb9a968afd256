"""Whose punches are missing once a shift is over: of who worked, by nobody's word but the calendar's.

Who hasn't punched for a week is in no habit of it, or under no rule of WeCom's to do so, and is left alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.attendance.rules import AttendanceRules
from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import due_at
from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half
from bot.domain.company import Company
from bot.identifiers import UserId

HABIT: Final = timedelta(days=7)
LOOKS_BACK: Final = timedelta(hours=3)  # so long a shift is looked at again, where a look was missed
EARLY: Final = timedelta(hours=6)  # before a shift begins a punch may be for it

Absence = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A punch, without the place where it was made: nobody here needs that. `comes_in` is None for one made outside."""

    user: UserId
    at: datetime
    comes_in: bool | None


@dataclass(frozen=True, slots=True)
class Worked:
    """A shift that somebody was to work on the day it begins, but for the half that the company gives `off`."""

    user: UserId
    on: date
    shift: Shift
    off: Half | None = None


def over_by(company: Company, now: datetime) -> Iterator[Worked]:
    """The shifts whose time of grace ended in the last hours."""
    for person in company.people:
        if not person.active:
            continue
        schedule = company.schedule(person.user_id)
        for back in range(3):
            on = now.date() - timedelta(days=back)
            shift = schedule.shift_on(on)
            if shift and now - LOOKS_BACK < shift.ends(on, now.tzinfo) + company.attendance.grace <= now:
                yield Worked(person.user_id, on, shift, schedule.half_off(on))


def missing(
    worked: Worked, stamps: Sequence[Stamp], absences: Iterable[Absence], rules: AttendanceRules, now: datetime
) -> tuple[Slot, ...]:
    """`stamps`: his own of the last week; `absences`: leaves and work away, from when to when by the clock."""
    if not stamps:
        return ()
    away = [*absences, *([worked.shift.half(worked.off, worked.on, now.tzinfo)] if worked.off else [])]
    due = {slot: due_at(slot, worked.shift, worked.on, now.tzinfo) for slot in rules.slots}
    since = worked.shift.begins(worked.on, now.tzinfo) - EARLY
    made = {_nearest(stamp, due) for stamp in stamps if since <= stamp.at <= now}
    return tuple(
        slot for slot, at in due.items() if slot not in made and not any(begin <= at <= end for begin, end in away)
    )


def _nearest(stamp: Stamp, due: dict[Slot, datetime]) -> Slot | None:
    """Which punch it is; one made outside may be any."""
    fitting = [slot for slot in due if stamp.comes_in in (None, slot.comes_in)]
    return min(fitting, key=lambda slot: abs(due[slot] - stamp.at), default=None)
