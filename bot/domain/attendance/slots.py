"""When a punch is due, and which can be put right; a shift over midnight belongs to the day it starts on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from bot.domain.attendance.filings import Filed
from bot.domain.attendance.slot import Slot
from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half
from bot.domain.dates import day, day_seen
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.identifiers import UserId

BACK: Final = timedelta(days=62)  # this month and the last: before that the month is closed


@dataclass(frozen=True, slots=True)
class PunchFix:
    """A punch that somebody asks to be put right. The reason is private and not in it."""

    number: str
    user: UserId
    on: date
    slot: Slot
    submitted_at: datetime
    state: Filed = Filed.PENDING

    def said(self, today: date) -> str:
        """`11月20日(周五)下班`"""
        return f"{day_seen(self.on, today)}{self.slot}"


def due_at(slot: Slot, shift: Shift, on: date, zone: tzinfo | None) -> datetime:
    """When it is to be punched at the latest (in) or the earliest (out)."""
    half = Half.AM if slot in (Slot.AM_IN, Slot.AM_OUT) else Half.PM
    begins, ends = shift.half(half, on, zone)
    return begins if slot.comes_in else ends


def ensure_fixable(on: date, slot: Slot | None, schedule: Schedule, now: datetime) -> None:
    """Raises UserError for what hasn't come yet or is too long ago. `slot` is None where only the day is known."""
    today = now.date()
    if on > today:
        raise UserError(
            Code.FUTURE_DATE, f"{day_seen(on, today)}还没到，到时打卡就行。要补的是别的日子，请写清是哪一天。"
        )
    if on < today - BACK:
        raise UserError(Code.PAST_DATE, f"{day_seen(on, today)}太久了，只能补最近 {BACK.days} 天的卡。请联系人力资源。")
    if slot is None:
        return
    due = due_at(slot, schedule.shift_on(on) or schedule.shift, on, now.tzinfo)
    if due > now:
        raise UserError(Code.FUTURE_DATE, f"{day(on)}{slot}是 {due:%H:%M}，还没到，到时打卡就行。")


def last_due(slot: Slot, schedule: Schedule, now: datetime) -> date | None:
    """The newest day of work whose punch was due by now, of the last week; None where there is none."""
    for back in range(8):
        on = now.date() - timedelta(days=back)
        shift = schedule.shift_on(on)
        if shift and due_at(slot, shift, on, now.tzinfo) <= now:
            return on
    return None
