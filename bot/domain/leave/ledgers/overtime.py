"""Overtime that somebody asks to have recognised: what it may be, what it is worth, and how much of it is too much.

劳动法 art. 44: on rest days time off in lieu, or 200 %; on working days 150 %, on statutory holidays 300 %, both always
paid. Art. 41: an hour a day, three at most, 36 a month.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from bot.domain.calendar.kinds import DayKind
from bot.domain.dates import day_seen, full_day
from bot.domain.leave.amounts import NOTHING, plain
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.identifiers import UserId

MOST_A_DAY: Final = Decimal(3)
MOST_A_MONTH: Final = Decimal(36)
WHOLE_DAY: Final = Decimal(24)
LATEST: Final = timedelta(days=31)  # so long after it may be asked for: the month's wages are still open
NOON: Final = time(12)
SIESTA: Final = timedelta(hours=2)
SOURCE: Final = "《劳动法》第四十一条"


class Pay(StrEnum):
    """How it is made good."""

    TIME_OFF = "调休"
    HALF_MORE = "150%"
    TRIPLE = "300%"

    @property
    def said(self) -> str:
        if self is Pay.TIME_OFF:
            return "批准后计入调休"
        return f"按 {self.value} 付加班费，不能换成调休（《劳动法》第四十四条）"


class OvertimeState(StrEnum):
    PENDING = "待审批"
    APPROVED = "已批准"
    CREDITED = "已入账"
    OFF = "没有批准"


@dataclass(frozen=True, slots=True)
class Overtime:
    """`begins` and `ends`: by the clock, None where only the hours were said."""

    number: str
    user: UserId
    day: date
    hours: Decimal
    pay: Pay
    begins: datetime | None = None
    ends: datetime | None = None
    state: OvertimeState = OvertimeState.PENDING

    @property
    def stands(self) -> bool:
        return self.state is not OvertimeState.OFF

    def is_during(self, begins: datetime, ends: datetime) -> bool:
        """Whether a leave from `begins` to `ends` is in its way; where only hours were said, one of the whole day."""
        if self.begins and self.ends:
            return self.begins < ends and begins < self.ends
        noon = datetime.combine(self.day, NOON, begins.tzinfo)
        return begins <= noon and noon + SIESTA < ends

    def said(self, today: date) -> str:
        """`11月28日(周六) 09:00至17:00，8 小时`"""
        clock = f" {self.begins:%H:%M}至{self.ends:%H:%M}" if self.begins and self.ends else ""
        return f"{day_seen(self.day, today)}{clock}，{plain(self.hours)} 小时"


def pay_for(day: date, schedule: Schedule) -> Pay:
    """By the day on which it begins."""
    if schedule.calendar.kind(day) is DayKind.STATUTORY:
        return Pay.TRIPLE
    return Pay.HALF_MORE if schedule.is_worked(day) else Pay.TIME_OFF


def ensure_possible(wanted: Overtime, schedule: Schedule, now: datetime) -> None:
    """Raises UserError for hours that can't be, or that are ordinary work."""
    if not NOTHING < wanted.hours <= WHOLE_DAY:
        raise UserError(Code.INVALID_RANGE, f"加班 {plain(wanted.hours)} 小时对不上，一次最多 24 小时。请改了再发。")
    if wanted.day < now.date() - LATEST:
        raise UserError(Code.PAST_DATE, f"{full_day(wanted.day)}已经过去一个多月，不能再登记。请找人力资源补记。")
    if wanted.begins and wanted.ends and _within_shift(wanted.begins, wanted.ends, wanted.day, schedule):
        raise UserError(
            Code.INVALID_RANGE,
            f"{full_day(wanted.day)}要上班（{schedule.shift.said}），这段时间在班里，不算加班。请只写下班以后的时间。",
        )


def ensure_once(wanted: Overtime, others: Iterable[Overtime]) -> None:
    """The same hours aren't credited twice. Raises UserError (E_DUPLICATE, E_OVERLAP)."""
    for other in (each for each in others if each.stands and each.number != wanted.number):
        if (other.day, other.begins, other.hours) == (wanted.day, wanted.begins, wanted.hours):
            said = f"{other.number}：{other.said(wanted.day)}（{other.state}）"
            raise UserError(Code.DUPLICATE, f"已登记 {said}，不用再发。")
        if _overlap(wanted, other):
            said = f"{other.number}（{other.said(wanted.day)}）"
            raise UserError(Code.OVERLAP, f"和 {said}是同一段时间，同样的时间只算一次。请改了再发。")


def ensure_not_worked(leave: tuple[datetime, datetime], own: Iterable[Overtime], today: date) -> None:
    """Nobody is on leave and works overtime. Raises UserError (E_OVERLAP)."""
    for each in (each for each in own if each.stands and each.is_during(*leave)):
        said = f"{each.number}（{each.said(today)}，{each.state}）"
        if each.state is OvertimeState.CREDITED:
            raise UserError(Code.OVERLAP, f"这段时间记了加班 {said}，不能又请假。加班记错了请找人力资源调整。")
        way = f"不加班了先发 /取消加班 {each.number}，要加班就把假分开请。"
        raise UserError(Code.OVERLAP, f"这段时间有你的加班 {said}，不能又请假。{way}")


def warnings(wanted: Overtime, others: Iterable[Overtime]) -> Iterator[str]:
    """For whoever decides on it; the law allows more only for rescue and urgent repair (art. 42)."""
    own = [each for each in others if each.stands and each.number != wanted.number]
    day = wanted.hours + sum((each.hours for each in own if each.day == wanted.day), NOTHING)
    month = wanted.hours + sum((each.hours for each in own if _month(each) == _month(wanted)), NOTHING)
    if wanted.pay is Pay.HALF_MORE and day > MOST_A_DAY:
        yield f"当天 {plain(day)} 小时，超过 {plain(MOST_A_DAY)} 小时"
    if month > MOST_A_MONTH:
        yield f"当月 {plain(month)} 小时，超过 {plain(MOST_A_MONTH)} 小时"


def _month(each: Overtime) -> tuple[int, int]:
    return each.day.year, each.day.month


def _overlap(one: Overtime, other: Overtime) -> bool:
    """Where only hours were said, nobody knows which: then once a day."""
    if one.begins and one.ends and other.begins and other.ends:
        return one.begins < other.ends and other.begins < one.ends
    return one.day == other.day


def _within_shift(begins: datetime, ends: datetime, day: date, schedule: Schedule) -> bool:
    shift = schedule.shift_on(day)
    return shift is not None and any(begins < last and first < ends for first, last in shift.hours(day, begins.tzinfo))
