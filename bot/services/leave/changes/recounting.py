"""The calendar has changed: leaves of those days are counted again in portions, each person is told, HR reads a list.

Each portion is one transaction with the claim of its slot, and goes on behind the last number: after a crash nobody is
refunded or told twice. Ledgers are held before the first is changed, in the order of their owners.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from bot.domain.approvals.request import Request
from bot.domain.leave.requests import recounting
from bot.domain.leave.requests.recounts import Became, Recount, Recounted, in_short
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.rights import Role
from bot.errors import Code, Defect, UserError
from bot.files.workbook import workbook
from bot.identifiers import UserId
from bot.services.approvals.dropping import drop
from bot.services.approvals.kinds import Desk
from bot.services.leave.requests.moving import hasten
from bot.services.office.wanting import note_change
from bot.shapes.outgoing import Attachment, Media, Text, ToPerson

JOB: Final = "leave-recount"
AT_ONCE: Final = 50  # leaves of one portion
LISTED: Final = 15  # lines of a message; more are a table
AGAIN: Final = "放假安排变了"
_HEADER: Final = ("编号", "姓名", "假种", "原来", "现在", "结果")


async def begin(desk: Desk, first: date, last: date, *, cause: str, why: str) -> None:
    await desk.store.recounts.begin(first, last, cause=cause, why=why, by=desk.act)
    await desk.store.jobs.hasten(JOB, desk.now)


async def walk(desk: Desk) -> None:
    """The next portion, and the report behind the last one; nothing, where nothing is to be counted."""
    recount = await desk.store.recounts.current()
    if recount is None:
        return
    begins = datetime.combine(recount.first, time(), desk.now.tzinfo)
    ends = datetime.combine(recount.last + timedelta(days=1), time(), desk.now.tzinfo)
    found = await desk.store.recounts.ahead(recount, begins, ends, most=AT_ONCE)
    for user in sorted({user for _, user in found}):
        await desk.store.leave_ledgers.hold(user)
    for number, _ in found:
        await _look_at(desk, recount, number)
    await hasten(desk)
    if len(found) == AT_ONCE:
        await desk.store.recounts.reached(recount, found[-1][0])
    else:
        await _finish(desk, recount)
    await desk.store.jobs.hasten(JOB, desk.now)


async def look_again(desk: Desk) -> None:
    """A year may have been published by an update or a file, and a leave asked for while that was taken on."""
    calendar = desk.company.pace.calendar
    settled = [days for days in await desk.store.recounts.provisional() if not calendar.is_provisional(*days)]
    if settled and await desk.store.recounts.current() is None:
        first, last = min(first for first, _ in settled), max(last for _, last in settled)
        await begin(desk, first, last, cause=desk.act.cause[:64], why=AGAIN)


async def _look_at(desk: Desk, recount: Recount, number: str) -> None:
    leave = await desk.store.leaves.get(number, desk.now)
    kind = desk.company.leave.types.get(leave.type) if leave else None
    if leave is None:
        raise Defect(f"{number} is gone")
    if kind is None:
        await _note(desk, recount, leave, leave.amount, Became.UNCOUNTED)
        return
    ledger, schedule = await desk.store.leave_ledgers.of(leave.user), desk.company.schedule(leave.user)
    try:
        found = recounting.recounted(leave, kind, ledger, schedule, desk.now)
    except UserError as refused:
        if refused.code is Code.QUOTA:  # all else waits for a year that isn't published yet
            await _leave_it_to_hr(desk, recount, leave, kind)
        return
    if found:
        await _keep(desk, recount, found, kind)


async def _keep(desk: Desk, recount: Recount, found: recounting.Recount, kind: LeaveType) -> None:
    before, after = found.before, found.after
    if not await desk.store.leaves.save(after, was=before.version, change="recounted", by=desk.act):
        raise Defect("a leave was changed by somebody who didn't hold it")
    await desk.store.leave_ledgers.write(after.user, found.entries, by=desk.act)
    if not found.changed:
        return
    now = Decimal(0) if after.state.is_off else after.amount - after.unused
    became = Became.OFF if after.state.is_off else Became.LESS if now < before.amount - before.unused else Became.MORE
    await _note(desk, recount, before, now, became)
    if before.state is not LeaveState.PENDING:
        await note_change(desk, after)
    request = await desk.store.requests.get(before.number) if before.state is LeaveState.PENDING else None
    if request and after.state.is_off:
        await drop(desk, request, f"{recount.why}，这几天都放假，不用请假了，占用的已经退回。")
        return
    _tell(desk, after.user, found.said(kind, desk.now.date(), recount.why))
    if request and request.is_pending:
        await _amend(desk, request, f"{after.said(desk.now.date())}，{kind.counting.said(after.amount)}", recount.why)


async def _leave_it_to_hr(desk: Desk, recount: Recount, leave: LeaveRequest, kind: LeaveType) -> None:
    await _note(desk, recount, leave, leave.amount, Became.SHORT)
    words = f"{recount.why}：{leave.number} {leave.said(desk.now.date())}现在要多算，{kind.name}余额不够，暂时没有改。"
    _tell(desk, leave.user, f"{words}人力资源会找你商量；也可以发 /改期 换个时间。")


async def _amend(desk: Desk, request: Request, text: str, why: str) -> None:
    """Who has to decide reads what it is now."""
    amended = replace(request, draft=replace(request.draft, text=text), version=request.version + 1)
    if not await desk.store.requests.save(amended, was=request.version, change="recounted", by=desk.act):
        raise Defect("a request was decided while its leave was held")
    name = desk.company.name_of(request.applicant)
    for each in amended.waits_for:
        _tell(desk, each.user, f"{why}，{request.number} {name} 申请的天数变了，现在是：{text}。")


async def _note(desk: Desk, recount: Recount, leave: LeaveRequest, now: Decimal, became: Became) -> None:
    line = Recounted(leave.number, leave.user, leave.type, leave.amount - leave.unused, now, became)
    await desk.store.recounts.note(recount, line)


async def _finish(desk: Desk, recount: Recount) -> None:
    await desk.store.recounts.finish(recount, by=desk.act)
    lines = await desk.store.recounts.lines(recount)
    if not lines and recount.why == AGAIN:
        return
    words = f"{recount.why}，请假重新核算完了：{'、'.join(in_short(lines)) or '没有受影响的'}。"
    if any(line.became in (Became.SHORT, Became.UNCOUNTED) for line in lines):
        words += "余额不够和算不了的没有改动，请找本人商量。"
    table = await _table(desk, lines) if len(lines) > LISTED else None
    listed = [] if table else [_said(desk, line) for line in lines]
    for user in desk.company.serving(Role.HR, Role.GROUP_HR):
        _tell(desk, user, "\n".join([words, *listed]))
        if table:
            desk.tell(ToPerson(user), table)


async def _table(desk: Desk, lines: Sequence[Recounted]) -> Attachment:
    rows = [_cells(desk, line) for line in lines]
    file = await desk.store.files.keep(await asyncio.to_thread(workbook, "重新核算", _HEADER, rows), at=desk.now)
    name = f"请假重新核算-{desk.now:%Y-%m-%d}.xlsx"
    return Attachment(Media.FILE, file, name, plain="请假重新核算的明细，每条一行。")


def _cells(desk: Desk, line: Recounted) -> tuple[str, ...]:
    kind = desk.company.leave.types.get(line.type)
    before, after = (kind.counting.said(each) if kind else str(each) for each in (line.before, line.after))
    return line.number, desk.company.name_of(line.user), line.type, before, after, line.became.value


def _said(desk: Desk, line: Recounted) -> str:
    number, name, type_, before, after, became = _cells(desk, line)
    return f"{number} {name} {type_}：{became}" + (f"，{before} → {after}。" if before != after else "。")


def _tell(desk: Desk, user: UserId, words: str) -> None:
    if desk.company.is_here(user):
        desk.tell(ToPerson(user), Text(words))
