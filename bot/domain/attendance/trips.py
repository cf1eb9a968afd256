"""Work away from the company, by the day (出差) or within one (外出): not leave, but nobody is at his desk either."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.attendance.filings import Filed
from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.dates import day_seen
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.identifiers import UserId

LATE_WITHIN: Final = timedelta(days=7)  # so long after its first day it may still be filed
LONGEST: Final = 180  # days: more is a posting, and no trip

AwayWhen = Span | TimeSpan


class Away(StrEnum):
    TRIP = "出差"
    OUTING = "外出"


@dataclass(frozen=True, slots=True)
class Trip:
    """`begins` and `ends` are what it takes by the clock. The reason is private and not in it.

    `version` grows with every change; whoever changes it must have seen the newest.
    """

    number: str
    user: UserId
    kind: Away
    place: str
    when: AwayWhen
    begins: datetime
    ends: datetime
    submitted_at: datetime
    state: Filed = Filed.PENDING
    version: int = 1

    def said(self, today: date) -> str:
        """`出差上海 11月24日(周二)至11月26日(周四)`"""
        return described(self.kind, self.place, self.when, today)


def described(kind: Away, place: str, when: AwayWhen, today: date) -> str:
    return f"{kind}{place} {when.said(today)}"


def first_day(when: AwayWhen) -> date:
    return when.start.date() if isinstance(when, TimeSpan) else when.start


def last_day(when: AwayWhen) -> date:
    return when.end.date() if isinstance(when, TimeSpan) else when.end


def ensure_possible(kind: Away, when: AwayWhen, schedule: Schedule, now: datetime) -> None:
    """Raises UserError for what is too long ago, too long, or more than the kind is for."""
    first, last, today = first_day(when), last_day(when), schedule.date_of(now)
    if first < today - LATE_WITHIN:
        raise UserError(
            Code.PAST_DATE,
            f"{day_seen(first, today)}已过 {(today - first).days} 天，{kind}最多在开始后 {LATE_WITHIN.days} 天内补报。"
            "请联系人力资源。",
        )
    if (last - first).days >= LONGEST:
        raise UserError(Code.LIMIT, f"一次出差最多报 {LONGEST} 天。请分开报，或者联系人力资源。")
    if kind is Away.OUTING and _days(when, schedule) > 1:
        raise UserError(Code.INVALID_RANGE, "外出按一天之内来报，可以写半天或几点到几点。几天的请发 /出差。")


def _days(when: AwayWhen, schedule: Schedule) -> int:
    """A night shift is one day, though two dates see it."""
    if isinstance(when, TimeSpan):
        return (schedule.date_of(when.end - timedelta(minutes=1)) - schedule.date_of(when.start)).days + 1
    return when.calendar_days


def is_late(when: AwayWhen, today: date) -> bool:
    """Filed after it had begun."""
    return first_day(when) < today


def ensure_free(begins: datetime, ends: datetime, others: Iterable[Trip], today: date) -> None:
    """`others`: one's own. Raises UserError that shows the one that takes the same time."""
    for other in others:
        if other.state.stands and begins < other.ends and other.begins < ends:
            raise UserError(
                Code.OVERLAP,
                f"这段时间你已经报了：{other.number} {other.said(today)}（{other.state}）。"
                f"要换时间，先发 /取消出差 {other.number}，再报一次。",
            )
