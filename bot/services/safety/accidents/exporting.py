"""Accidents as a table. No names of victims, and not the reporter's words: those are looked at one by one."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.accidents.access import may_see
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import head_knew, hour, must_report
from bot.domain.safety.accidents.statements import COUNTS, FOUR, Topic
from bot.identifiers import UserId
from bot.services.safety.accidents.cases import case_at
from bot.shapes.store import Store

TITLE: Final = "事故"
HEADER: Final = (
    "编号",
    "类型",
    "性质",
    "发生时间",
    "地点",
    "报告时间",
    "确认时间",
    "负责人接报",
    *COUNTS,
    "直接损失(元)",
    "公司级别",
    "拟定等级",
    "需上报",
    "上报期限",
    "已报时间",
    "已报单位",
    "迟报",
    "补报次数",
    "移交",
    "四不放过",
    "状态",
)


async def export(
    store: Store, company: Company, now: datetime, first: date, last: date, *, reader: UserId | None = None
) -> tuple[Sequence[str], ...]:
    """What was reported in these days, both included. `reader`: what he may see; None: whoever runs the machine."""
    begins, ends = (datetime.combine(each, time(), now.tzinfo) for each in (first, last + timedelta(days=1)))
    accidents = await store.accident_cases.reported(begins, ends)
    said = await store.accident_cases.several([each.number for each in accidents])
    cases = (case_at(each, said.get(each.number, ()), company, now) for each in accidents)
    return tuple(tuple(_row(each, company)) for each in cases if reader is None or may_see(reader, each, company))


def _row(case: Case, company: Company) -> Iterator[str]:
    facts, rules = case.accident.facts, company.safety.accidents
    clock, first = hour(case, rules), min(case.filings, key=lambda each: each.at, default=None)
    taken = case.accident.taken_at
    yield from (case.number, facts.kind.value, case.channel.value)
    yield _moment(case.happened_at if case.shown(Topic.WHEN) else None)
    yield case.shown(Topic.PLACE) or ""
    yield _moment(case.accident.reported_at)
    yield _moment(taken.astimezone(case.accident.reported_at.tzinfo) if taken else None)
    yield _moment(head_knew(case))
    yield from (case.shown(topic) or "" for topic in (*COUNTS, Topic.LOSS))
    yield from (case.company_level or "", case.grade or "", "是" if must_report(case, rules) else "否")
    yield _moment(clock.until if clock else None)
    yield from (_moment(first.at if first else None), first.authority if first else "")
    yield "是" if clock and clock.is_late else ""
    yield str(max(len(case.filings) - 1, 0) or "")
    yield case.value(Topic.HANDED_OVER) or ""
    yield f"{len(case.ticked)}/{len(FOUR)}"
    yield "已结案" if case.value(Topic.CLOSED) else case.accident.state.value


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
