"""When somebody works overtime: 11.28 9:00-17:00, 昨天3小时, 周六上午."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Final, Self

from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.amounts import HALF_DAY, rounded_up
from bot.domain.leave.counting.cost import half_of
from bot.domain.leave.ledgers.overtime import Overtime, ensure_possible, pay_for
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_period import read_period
from bot.when.results.period import OpenSpan
from bot.when.view import Lean

_HOURS: Final = regex(r"(?<![\d.:])(\d{1,2}(?:\.\d{1,2})?)\s*(?:个?(?:小时|钟头)|h(?![a-z]))", re.IGNORECASE)
_IN_WORDS: Final = regex("([一两二三四五六七八九十半])个?(半)?个?(?:小时|钟头)")
_NUMERALS: Final = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "半": 0.5}
_LEADS: Final = regex(r"^(?:我|要|想|申请|登记|提交|报一下|报个|报|补报|下班后)+的?(?=$|[\s，,。])")
_PAST: Final = regex("了|补|过")
_WHOLE: Final = regex("全天|一整天|整天|一天")
_MOVED: Final = regex(r"\s*(?:的?时间)?(?:改到|改成|改为|改期|换到|推迟|延期|延后|提前到)")
_OPEN: Final = regex(
    r"(?<![\d点分半时])\s+[到至]\s?\d{1,2}\s?[点:]|加班[到至]\s?\d"
)  # 加班到9点: nobody knows since when
UNIT: Final = HALF_DAY  # of an hour, here: who works for less has worked half an hour


@dataclass(frozen=True, slots=True)
class OvertimeTime:
    wanted: ClassVar[str] = "哪天、几点到几点加班？例如 11.28 9:00-17:00，或 昨天 3小时。"

    overtime: Overtime
    today: date
    assumed: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender is None:
            return None
        _ensure_own(words, scene)
        schedule = scene.company.schedule(scene.sender.user_id)
        lean = Lean.PAST if _PAST.search(words.left) else Lean.FUTURE
        hours = _hours(words)
        taken = read_period(words.left, scene.now, schedule.calendar, schedule.shift, lean=lean, by_calendar=True)
        if taken is None:
            return None
        if _OPEN.search(words.narrow):
            raise UserError(Code.MISSING_ARG, "从几点开始加班？例如 18:00-21:00。", missing=("start",))
        whole = _WHOLE.search(words.left) is not None
        period, words.left = taken.settled(), taken.rest
        words.take(_WHOLE)
        words.take(_LEADS)
        day, clock = _clock(period, schedule.shift, scene.now, whole=whole)
        if hours is None and clock is None:
            raise UserError(Code.MISSING_ARG, "几点到几点，或者几个小时？例如 9:00-17:00。", missing=("hours",))
        pay = pay_for(day, schedule)
        counted = hours if hours is not None else _counted(clock, day, schedule) if clock else Decimal(0)
        begins, ends = clock or (None, None)
        overtime = Overtime("", scene.sender.user_id, day, counted, pay, begins, ends)
        ensure_possible(overtime, schedule, scene.now)
        return cls(overtime, scene.now.date(), taken.assumed)

    @property
    def guess(self) -> str | None:
        return self._said if self.assumed else None

    @property
    def echo(self) -> str:
        return "" if self.assumed else self._said

    @property
    def _said(self) -> str:
        return f"{self.overtime.said(self.today)}，{self.overtime.pay.said}"

    def explained(self) -> Mapping[str, Any]:
        shown: dict[str, Any] = {"date": self.overtime.day.isoformat(), "hours": float(self.overtime.hours)}
        if self.overtime.begins and self.overtime.ends:
            shown["start"] = f"{self.overtime.begins:%Y-%m-%dT%H:%M}"
            shown["end"] = f"{self.overtime.ends:%Y-%m-%dT%H:%M}"
        return shown | {"pay": self.overtime.pay.value}


def _ensure_own(words: Words, scene: Scene) -> None:
    """Raises UserError where it is a colleague who worked, and for one that is moved: it is asked for anew."""
    if _MOVED.match(words.narrow):
        raise UserError(Code.CLARIFY, "加班要改时间，先发 /取消加班，再登记一次。")
    spotted = scene.company.finder.people.spot(words.left)
    if spotted and not spotted.start and not spotted.guessed and spotted.people and scene.sender not in spotted.people:
        raise UserError(Code.NO_PERMISSION, "加班要由本人登记，不能替别人登记。请对方自己发 /加班。")


def _hours(words: Words) -> Decimal | None:
    if found := words.take(_HOURS):
        return Decimal(found[1])
    if found := words.take(_IN_WORDS):
        return Decimal(str(_NUMERALS[found[1]])) + (HALF_DAY if found[2] else 0)
    return None


def _clock(
    period: object, shift: Shift, now: datetime, *, whole: bool
) -> tuple[date, tuple[datetime, datetime] | None]:
    """The day, and from when to when. Raises UserError for several days."""
    if isinstance(period, TimeSpan):
        return period.start.date(), (period.start, period.end)
    if isinstance(period, OpenSpan):
        return period.start, None
    if not isinstance(period, Span) or period.start != period.end:
        raise UserError(Code.CLARIFY, "加班请一天一天登记，例如 11.28 9:00-17:00。")
    if half := half_of(period, period.start):
        return period.start, shift.half(half, period.start, now.tzinfo)
    on = period.start
    return on, (shift.begins(on, now.tzinfo), shift.ends(on, now.tzinfo)) if whole else None


def _counted(clock: tuple[datetime, datetime], day: date, schedule: Schedule) -> Decimal:
    """In half hours, the usual breaks taken off."""
    begins, ends = clock
    minutes = (ends - begins).total_seconds() / 60
    for first, last in schedule.shift.breaks:
        since, until = datetime.combine(day, first, begins.tzinfo), datetime.combine(day, last, begins.tzinfo)
        if begins < since and until < ends:
            minutes -= (until - since).total_seconds() / 60
    return rounded_up(Fraction(int(minutes), 60), UNIT)
