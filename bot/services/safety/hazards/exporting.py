"""Hazards as a table. Who reported them is not in it: nobody is ranked, and nobody who is hidden is found out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.hazards.board import area_name, is_again, is_in_time
from bot.domain.safety.hazards.deadlines import days_over
from bot.domain.safety.hazards.hazard import Hazard, Side
from bot.shapes.store import Store

TITLE: Final = "隐患"
HEADER: Final = (
    "编号",
    "区域",
    "地点",
    "类别",
    "情况",
    "差点出事",
    "分级",
    "状态",
    "来源",
    "登记时间",
    "责任人",
    "措施",
    "资金",
    "期限",
    "预案",
    "临时措施",
    "延期次数",
    "销号时间",
    "按时",
    "超期天数",
    "重复",
    "整改前照片",
    "整改后照片",
)


async def export(store: Store, company: Company, now: datetime, first: date, last: date) -> tuple[Sequence[str], ...]:
    """Those found or closed from `first` to `last`, both included, in the order of their numbers."""
    since, until = (datetime.combine(each, time(), now.tzinfo) for each in (first, last + timedelta(days=1)))
    closed = [each for each in await store.hazards.closed_since(since) if each.closed_at and each.closed_at < until]
    found = {each.number: each for each in (*await store.hazards.found_between(since, until), *closed)}
    sides = await store.hazards.sides(list(found))
    return tuple(_rows(sorted(found.values(), key=lambda each: each.number), sides, company, now))


def _rows(
    hazards: Sequence[Hazard], sides: Mapping[str, Collection[Side]], company: Company, now: datetime
) -> Iterator[Sequence[str]]:
    for each in hazards:
        plan, seen = each.plan, sides.get(each.number, ())
        over = days_over(each, company.pace.calendar, now.date()) if each.is_open else 0
        yield (
            each.number,
            area_name(each),
            each.facts.place,
            each.facts.kind.value,
            each.facts.text,
            _yes(each.facts.near_miss),
            each.grade.value if each.grade else "",
            each.state.value,
            each.source,
            _moment(each.reported_at, now),
            company.name_of(plan.owner) if plan.owner else "",
            plan.measure,
            plan.money,
            plan.due.isoformat() if plan.due else "",
            plan.contingency,
            each.interim,
            str(each.extensions or ""),
            _moment(each.closed_at, now) if each.closed_at else "",
            ("是" if is_in_time(each, now.tzinfo) else "否") if each.closed_at else "",
            str(over or ""),
            _yes(is_again(each)),
            _yes(Side.BEFORE in seen),
            _yes(Side.AFTER in seen),
        )


def _yes(holds: object) -> str:
    return "是" if holds else ""


def _moment(moment: datetime, now: datetime) -> str:
    return f"{moment.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
