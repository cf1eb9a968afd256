"""What the company itself says of a day, beside the State Council: off, half a day off, worked in exchange.

A company gives more than the law and never less: statutory days stay days off (劳动法 art. 40, 全国年节及纪念日放假办法
art. 2), and one day of each week is one of rest (劳动法 art. 38).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.span import Half
from bot.domain.dates import day_seen
from bot.errors import Code, UserError


class Own(StrEnum):
    OFF = "放假"
    MORNING_OFF = "上午放假"
    AFTERNOON_OFF = "下午放假"
    WORKED = "上班"
    AS_USUAL = "照常"  # what was said of it before is taken back

    @property
    def half(self) -> Half | None:
        """The half that is off."""
        return {Own.MORNING_OFF: Half.AM, Own.AFTERNOON_OFF: Half.PM}.get(self)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """`name`: what it is for, as people read it: 跨年, 厂庆."""

    on: date
    own: Own
    name: str = ""

    def said(self, today: date) -> str:
        """`12月31日(周四)放假（跨年）`"""
        return f"{day_seen(self.on, today)}{self.own}{f'（{self.name}）' if self.name else ''}"


def with_own(calendar: Calendar, days: Iterable[OwnDay]) -> Calendar:
    """The calendar by which the company works; of two words on one day the later counts."""
    off, half, work = dict(calendar.company), dict(calendar.half_days), dict(calendar.company_work)
    for each in days:
        for said in (off, half, work):
            said.pop(each.on, None)
        if each.own is Own.OFF:
            off[each.on] = each.name
        elif each.own is Own.WORKED:
            work[each.on] = each.name
        elif each.own.half:
            half[each.on] = (each.own.half, each.name)
    return calendar.with_company(off, half, work)


def ensure_lawful(wanted: OwnDay, calendar: Calendar, today: date) -> None:
    """Raises UserError for what the law doesn't allow, what is over, and what is so already."""
    kind, said = calendar.kind(wanted.on), day_seen(wanted.on, today)
    if wanted.on < today:
        raise UserError(Code.PAST_DATE, f"{said}已经过了，不能再改。请写今天或以后的日期。")
    if wanted.own is Own.AS_USUAL:
        _ensure_said_before(wanted.on, calendar, said)
        return
    if wanted.own is Own.WORKED:
        _ensure_may_be_worked(wanted.on, calendar, said)
        return
    if not kind.worked:
        raise UserError(Code.NO_WORKDAY, f"{said}是{kind}，本来就不上班，不用再放假。请换一天。")
    if wanted.own is not Own.OFF and wanted.on in calendar.half_days:
        raise UserError(Code.DUPLICATE, f"{said}已经放半天假了。要改，先发 /公司放假 取消 {wanted.on}。")


def _ensure_may_be_worked(on: date, calendar: Calendar, said: str) -> None:
    kind = calendar.kind(on)
    if kind is DayKind.STATUTORY:
        name = calendar.name(on)
        raise UserError(
            Code.INVALID_DATE,
            f"{said}是法定节假日（{name}），公司不能改成上班（《全国年节及纪念日放假办法》第二条、劳动法第四十条）。"
            "确实要安排加班，按劳动法第四十四条付 300% 的工资。请换一天。",
        )
    if kind.worked:
        raise UserError(Code.DUPLICATE, f"{said}本来就上班，不用改。")
    monday = on - timedelta(days=on.weekday())
    others = (monday + timedelta(days=number) for number in range(7))
    if all(calendar.is_workday(each) for each in others if each != on):
        raise UserError(
            Code.INVALID_DATE, f"{said}那一周就没有休息日了，每周至少休息一天（劳动法第三十八条）。请换一天。"
        )


def _ensure_said_before(on: date, calendar: Calendar, said: str) -> None:
    if not any(on in own for own in (calendar.company, calendar.half_days, calendar.company_work)):
        raise UserError(Code.NOT_FOUND, f"公司没有另外安排过 {said}，没有可以取消的。发 /放假 看安排。")
