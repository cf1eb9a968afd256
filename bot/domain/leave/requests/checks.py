"""What is looked at before a leave is asked for: what can't be, and what its asker or its approver should know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from bot.domain.calendar.kinds import DayKind
from bot.domain.dates import day, day_seen
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import When
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule, days_between
from bot.errors import Code, UserError

FAR: Final = timedelta(days=90)
ABOUT: Final = timedelta(days=10)  # around a holiday whose days off nobody knows yet
FILED_WITHIN: Final = 1  # working days after the start, for who couldn't ask before (D6§12)
UNCERTAIN: Final = ("春节", "国庆节")


class Point(StrEnum):
    FAR_AHEAD = "far_ahead"
    PROVISIONAL = "provisional"
    NO_ROSTER = "no_roster"
    NEAR_HOLIDAY = "near_holiday"
    NEEDS_HR = "needs_hr"
    HALF_HOLIDAY = "half_holiday"
    OVER_LIMIT = "over_limit"
    SHORT_NOTICE = "short_notice"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Remark:
    """`asks`: its asker has to confirm; else it is only said, to him and to who decides."""

    point: Point
    said: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants, counted. `provisional` as the counting says; `relation` of a 丧假."""

    kind: LeaveType
    when: When
    amount: Decimal
    begins: datetime
    ends: datetime
    provisional: bool = False
    retro: bool = False
    relation: str = ""


def ensure_in_time(wish: Wish, schedule: Schedule, now: datetime) -> None:
    """Raises UserError where it has begun and isn't asked for as 补假.

    Today counts as not begun: 今天下午, typed at two, is what people do who have to leave now.
    """
    first = schedule.date_of(wish.begins)
    if first >= schedule.date_of(now) or wish.retro:
        return
    raise UserError(
        Code.PAST_DATE,
        f"{day_seen(first, now.date())}已过。要补假请发 /补假，是明年的请写上年份。",
    )


def ensure_within(wish: Wish) -> None:
    """Raises UserError where it is longer than the type allows, unless HR or the balance has the word on that."""
    most = wish.kind.limit(wish.relation)
    if most is not None and wish.amount > most and not wish.kind.needs_hr and not wish.kind.has_balance:
        name, said = wish.kind.name, wish.kind.counting.said
        raise UserError(
            Code.LIMIT,
            f"{name}一次最多 {said(most)}，这次是 {said(wish.amount)}（{wish.kind.source}）。请改短一些再发。",
        )


def remarks(wish: Wish, schedule: Schedule, now: datetime) -> tuple[Remark, ...]:
    """In the order in which they are read."""
    return tuple(_remarks(wish, schedule, now))


def _remarks(wish: Wish, schedule: Schedule, now: datetime) -> Iterator[Remark]:
    today = now.date()
    if wish.begins.date() - today > FAR:
        yield Remark(Point.FAR_AHEAD, f"离现在还有 {(wish.begins.date() - today).days} 天，日期对吗？", asks=True)
    last = schedule.date_of(wish.ends - timedelta(minutes=1))
    if schedule.rostered_until and schedule.is_beyond(last):
        until = day_seen(schedule.rostered_until, today)
        yield Remark(Point.NO_ROSTER, f"你的排班只到{until}，之后先按日历算，排班出来后会重算。", asks=True)
    if wish.provisional and schedule.is_unpublished(schedule.date_of(wish.begins), last):
        year = wish.ends.year
        yield Remark(Point.PROVISIONAL, f"{year}年放假安排未公布，天数可能变，公布后请再核对一次。", asks=True)
    if holiday := near_unknown_holiday(wish, schedule):
        yield Remark(Point.NEAR_HOLIDAY, f"这段时间靠近{holiday}，哪几天调休上班还不知道。", asks=True)
    if wish.kind.needs_hr:
        asked = f"：{'、'.join(wish.kind.asks)}" if wish.kind.asks else ""
        yield Remark(Point.NEEDS_HR, f"{wish.kind.name}要人力资源核对{asked}。", asks=True)
    yield from _of_half_holidays(wish, schedule)
    yield from _of_length(wish)
    yield from _of_notice(wish, schedule, now)


def _of_half_holidays(wish: Wish, schedule: Schedule) -> Iterator[Remark]:
    """Half a day off for some: for whom is never guessed, so nothing is taken off and HR looks (放假办法 art. 3)."""
    if isinstance(wish.when, Daily) or wish.kind.counting is Counting.CALENDAR:
        return
    first, last = schedule.date_of(wish.begins), schedule.date_of(wish.ends - timedelta(minutes=1))
    days = (each for each in days_between(first, last) if not schedule.by_roster(each))
    if found := next((each for each in days if schedule.calendar.kind(each) is DayKind.PARTIAL), None):
        name = schedule.calendar.name(found)
        yield Remark(
            Point.HALF_HOLIDAY,
            f"{day(found)}是{name}，部分人放假半天。天数没有扣减，是否少算半天由人力资源核对。",
        )


def _of_length(wish: Wish) -> Iterator[Remark]:
    most = wish.kind.limit(wish.relation)
    if wish.kind.needs_hr and most is not None and wish.amount > most:
        said = wish.kind.counting.said(most)
        yield Remark(Point.OVER_LIMIT, f"规定是 {said}（{wish.kind.source}），多出的部分由人力资源定。")


def _of_notice(wish: Wish, schedule: Schedule, now: datetime) -> Iterator[Remark]:
    first, today = schedule.date_of(wish.begins), schedule.date_of(now)
    if wish.retro:
        if late_by(first, today, schedule) > FILED_WITHIN:
            yield Remark(Point.LATE, f"补假应在 {FILED_WITHIN} 个工作日内提交，这次晚了。")
        return
    ahead = _days_of_work(today, first, schedule)
    if ahead < wish.kind.notice:
        yield Remark(Point.SHORT_NOTICE, f"{wish.kind.name}应提前 {wish.kind.notice} 个工作日，这次提前 {ahead} 个。")


def late_by(first: date, today: date, schedule: Schedule) -> int:
    """Working days since the first day of a leave; 0 on that day and on the rest days after it."""
    return _days_of_work(first + timedelta(days=1), today + timedelta(days=1), schedule)


def near_unknown_holiday(wish: Wish, schedule: Schedule) -> str | None:
    """The one of UNCERTAIN, in a year that isn't published, that a leave comes near to."""
    if isinstance(wish.when, Daily) or not wish.provisional:
        return None
    calendar = schedule.calendar
    first, last = wish.begins.date(), wish.ends.date()
    for year in range(first.year, last.year + 1):
        for name in UNCERTAIN:
            days = None if calendar.is_published(year) else calendar.holiday(name, year)
            if days and first <= days[1] + ABOUT and days[0] - ABOUT <= last:
                return name
    return None


def _days_of_work(first: date, until: date, schedule: Schedule) -> int:
    """From `first` to the day before `until`."""
    return sum(schedule.is_worked(first + timedelta(days=number)) for number in range((until - first).days))
