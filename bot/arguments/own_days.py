"""Days that the company gives off or works of its own: the dates, what becomes of them, what for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.domain.calendar.own_days import Own, OwnDay, ensure_lawful, with_own
from bot.domain.calendar.span import Half, Span
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_period import read_period

MOST: Final = 15  # days at once; whoever closes for longer does it in two steps
LONGEST_NAME: Final = 20
_WORKED: Final = regex("(?:公司)?(?:补班|补上班|调休上班|要上班|改为上班|上班)")
_TAKEN_BACK: Final = regex("(?:取消|撤销|恢复正常|照常上班|照常)")
_OFF: Final = regex("(?:公司)?(?:放假|休息|不上班|停工|停产)[一半]?天?")
_AROUND: Final = " 「」“”\"'：:，,。、（）()"
_HALVES: Final = {Half.AM: Own.MORNING_OFF, Half.PM: Own.AFTERNOON_OFF}


@dataclass(frozen=True, slots=True)
class OwnDays:
    """In order. All that is left of the line is what they are for."""

    wanted: ClassVar[str] = "哪天放假？例如 12月31日 跨年；补班写 12月26日 上班，取消写 取消 12月31日。"

    days: tuple[OwnDay, ...]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        own = _own(words)  # first: 周一上班 would be the end of something
        taken = read_period(words.left, scene.now, scene.calendar, scene.shift, by_calendar=True)
        if taken is None:
            return None
        span, words.left = taken.settled(), taken.rest
        if not isinstance(span, Span):
            raise UserError(
                Code.INVALID_DATE, "公司放假按天或半天，不按小时。请写日期，例如 12月31日 或 12月31日下午。"
            )
        if span.calendar_days > MOST:
            raise UserError(Code.LIMIT, f"一次最多 {MOST} 天，这里是 {span.calendar_days} 天。请分几次写。")
        name = words.rest().strip(_AROUND)
        if len(name) > LONGEST_NAME:
            raise UserError(Code.LIMIT, f"名目最多 {LONGEST_NAME} 个字，例如 跨年、厂庆。请写短一些。")
        return cls(tuple(OwnDay(on, _of(on, span, own), name) for on in _days(span)))

    def explained(self) -> Mapping[str, Any]:
        first, last = self.days[0], self.days[-1]
        return {"start": first.on.isoformat(), "end": last.on.isoformat(), "own": first.own.value}

    @property
    def echo(self) -> str:
        """What a card of confirmation says."""
        today = self.days[0].on
        return "、".join(each.said(today) for each in self.days[:3]) + ("等" if len(self.days) > 3 else "")


def ensure_each_lawful(days: OwnDays, scene: Scene) -> tuple[OwnDay, ...]:
    """Those that change something: within a stretch, rest days are off anyway. Raises UserError where none does."""
    calendar, today = scene.calendar, scene.now.date()
    kept: list[OwnDay] = []
    for each in days.days:
        off_anyway = len(days.days) > 1 and each.own is not Own.WORKED and not calendar.is_workday(each.on)
        if off_anyway and each.own is not Own.AS_USUAL:
            continue
        ensure_lawful(each, with_own(calendar, kept), today)
        kept.append(each)
    if not kept:
        raise UserError(Code.NO_WORKDAY, "这几天本来就都不上班，不用再放假。请换个日期。")
    return tuple(kept)


def _own(words: Words) -> Own:
    if words.take(_TAKEN_BACK):
        words.take(_OFF)
        return Own.AS_USUAL
    off = words.take(_OFF)
    return Own.OFF if off or not words.take(_WORKED) else Own.WORKED


def _of(on: date, span: Span, own: Own) -> Own:
    half = span.start_half if on == span.start else span.end_half if on == span.end else None
    return _HALVES[half] if half and own is Own.OFF else own


def _days(span: Span) -> list[date]:
    return [span.start + timedelta(days=number) for number in range(span.calendar_days)]
