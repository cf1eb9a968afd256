"""A year's days off are taken on by two people: one hands in the notice, another compares it with what was read.

What the second agrees to is what the first was shown: the table itself travels with the request. From the moment it is
kept, everybody counts by it, and leaves that were counted without it are counted again.
"""

import asyncio
import hashlib
import json
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_json
from bot.domain.calendar.telling import about_year
from bot.domain.calendar.year_checks import doubts
from bot.domain.calendar.year_diff import reach, year_diff
from bot.domain.calendar.year_table import YearTable
from bot.domain.rights import CALENDAR_KEEPERS
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.pictures.png import render
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import stands
from bot.services.calendar.drawing import drawn_year
from bot.services.leave.changes.recounting import begin
from bot.shapes.context import Context
from bot.shapes.outgoing import Attachment, Media, Text, ToPerson

KIND: Final = "导入放假"
_TABLE: Final = "table"  # of the payload: the year as JSON
_BEFORE: Final = "before"  # of the payload: what it takes the place of, as a digest


async def hand_in(ctx: Context, approvals: Approvals, table: YearTable) -> Request:
    """Raises UserError."""
    calendar = ctx.company.pace.calendar
    await _ensure_new(ctx, table)
    request = await approvals.open(ctx, _draft(ctx.sender.user_id, table, calendar))
    await _show(ctx, request, table)
    return request


class YearKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        table, calendar = from_json(request.draft.payload[_TABLE]), desk.company.pace.calendar
        if _digest(calendar.years.get(table.year)) != request.draft.payload[_BEFORE]:
            return f"不过{table.year}年的安排刚刚已经改过，这次没有导入。要改，请重新导入。"
        await desk.store.calendar.adopt(table, cause=request.number, by=desk.act)
        await begin(desk, *reach(table), cause=request.number, why=f"{table.year}年放假安排公布了")
        return f"{table.year}年按这个安排算了，受影响的请假正在重新核算，有变化的我会私聊本人并告诉人力资源。"


def shown(table: YearTable, calendar: Calendar) -> str:
    """What both people compare with the original, line by line."""
    changed = year_diff(calendar, table).said(date(table.year, 1, 1))
    lines = [*about_year(calendar.with_year(table), table.year), *changed]
    return "\n".join([*lines, *(f"请留意：{each}" for each in doubts(table)), f"原文：{table.papers[0]}"])


async def _ensure_new(desk: Desk, table: YearTable) -> None:
    year, this = table.year, desk.now.year
    if year < this:
        raise UserError(Code.PAST_DATE, f"{year}年已经过去，不用再导入。请导入{this}年或{this + 1}年的。")
    if year > this + 1:
        raise UserError(Code.FUTURE_DATE, f"{year}年还太远，只导入{this}年和{this + 1}年的。请核对年份。")
    kept = desk.company.pace.calendar.years.get(year)
    if kept and (kept.off, kept.work) == (table.off, table.work) and kept.published:
        raise UserError(Code.DUPLICATE, f"{year}年的放假安排已经是这样，不用再导入。发 /放假 {year} 看看。")
    for each in await desk.store.requests.pending():
        if each.kind == KIND and each.text == title(table.year):
            raise UserError(Code.DUPLICATE, f"{each.number} 已经在导入{year}年，{stands(each, desk.company, desk.now)}")


def _draft(applicant: UserId, table: YearTable, calendar: Calendar) -> Draft:
    diff = year_diff(calendar, table)
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=title(table.year),
        steps=(Step(tuple(map(Selector.role, sorted(CALENDAR_KEEPERS)))),),
        payload={_TABLE: _json(table), _BEFORE: _digest(calendar.years.get(table.year))},
        details=(
            ("放假", f"{len(table.off)} 天"),
            ("调休上班", f"{len(table.work)} 天"),
            ("和现在比", f"多放 {len(diff.off)} 天，多上班 {len(diff.worked)} 天"),
            ("来源", (urlsplit(table.papers[0]).hostname or "")[:26]),
        ),
    )


async def _show(ctx: Context, request: Request, table: YearTable) -> None:
    """To everybody who may agree, and to who handed it in."""
    calendar = ctx.company.pace.calendar
    drawn = await asyncio.to_thread(lambda: render(drawn_year(calendar.with_year(table), table.year)))
    file = await ctx.store.files.keep(drawn, at=ctx.now)
    picture = Attachment(Media.IMAGE, file, f"放假-{table.year}.png", plain=f"{table.year}年放假安排的月历。")
    words = f"{request.number} 同意之前，请打开原文逐项核对：\n{shown(table, calendar)}"
    for each in request.waits_for:
        ctx.tell(ToPerson(each.user), Text(words))
        ctx.tell(ToPerson(each.user), picture)
    ctx.tell(ToPerson(ctx.sender.user_id), picture)


def title(year: int) -> str:
    return f"导入{year}年放假安排"


def _json(table: YearTable) -> str:
    days = [{"name": name, "date": when.isoformat(), "isOffDay": True} for when, name in table.off.items()]
    days += [{"name": name, "date": when.isoformat(), "isOffDay": False} for when, name in table.work.items()]
    return json.dumps({"year": table.year, "papers": list(table.papers), "days": days}, ensure_ascii=False)


def _digest(table: YearTable | None) -> str:
    return hashlib.sha256(_json(table).encode()).hexdigest() if table else ""
