"""After the fact: a leave is called off or cut short, in one transaction; whoever plans by it hears of it."""

from datetime import date
from decimal import Decimal

from bot.domain.calendar.span import Half
from bot.domain.dates import day_seen
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.ledgers.booking import Entries
from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.returning import returned
from bot.domain.leave.requests.states import cancelled, withdrawn
from bot.domain.leave.types.leave_type import LeaveType, Sight
from bot.domain.wording import shown
from bot.errors import Candidate, Defect, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.leave.requests.moving import held, keep
from bot.services.leave.requests.own import came_back, described, given_back, going_on, kind_of, numbered
from bot.services.leave.requests.telling import tell_of
from bot.services.leave.sickness.turned import cut_short, days_of, ensure_not_turned, turned_of
from bot.shapes.context import Context
from bot.shapes.replies import Reply


async def call_off(ctx: Context, approvals: Approvals, leave: LeaveRequest, why: str = "") -> Reply:
    """Before it begins: taken back while it waits, cancelled once it was approved. Raises UserError."""
    said = described(ctx, leave)
    back = await take_back(ctx, approvals, leave)
    done = "撤回" if leave.state is LeaveState.PENDING else "取消"
    words = f"{_name(ctx)} {done}了 {said}（{leave.number}），那段时间照常上班。{_reason(ctx, leave, why)}"
    told = await tell_of(ctx, leave.number, words)
    return Reply(f"已{done} {leave.number}：{said}。{back}{told}{await still_there(ctx, leave)}", private=True)


async def take_leave_back(ctx: Context, approvals: Approvals, number: str) -> Reply:
    """Only while nobody has decided. Raises UserError, which offers what can be done instead."""
    leave = await numbered(ctx, number)
    if leave.state is LeaveState.PENDING:
        return await call_off(ctx, approvals, leave)
    try:
        withdrawn(leave)
    except UserError as error:
        ahead = leave.state is LeaveState.APPROVED and leave.begins > ctx.now
        error.offer = Candidate("取消", put=f"/取消 {number}") if ahead else _way_on(leave)
        raise
    raise Defect(f"{number} could be withdrawn in its state")


async def take_back(ctx: Context, approvals: Approvals, leave: LeaveRequest) -> str:
    """What comes of it in the ledger, as a sentence; only those who were being asked are told. Raises UserError."""
    if leave.state is LeaveState.PENDING:
        back = await held_by(ctx, leave)
        await approvals.withdraw(ctx, await approvals.find(ctx, leave.number), ctx.sender.user_id)
        return back
    now = await held(ctx, leave.number)
    if now is None:
        raise Defect(f"{leave.number} is gone")
    await ensure_not_turned(ctx, now)
    try:
        after = cancelled(now, ctx.now)
    except UserError as error:
        error.offer = _way_on(now)
        raise
    return came_back(ctx, leave, await keep(ctx, now, after))


async def come_back(ctx: Context, leave: LeaveRequest, back: date, half: Half | None = None) -> Reply:
    """Early, from a day on (`half` PM: from that afternoon); what isn't used is there again. Raises UserError."""
    before = await held(ctx, leave.number)
    if before is None:
        raise Defect(f"{leave.number} is gone")
    await ensure_not_turned(ctx, before)
    kind, schedule = kind_of(ctx, before), ctx.company.schedule(before.user)
    ill = days_of(await turned_of(ctx, before))
    after = returned(before, kind, back, schedule, ctx.now, half=half, ill=ill)
    entries = await keep(ctx, before, after)
    await cut_short(ctx, after, half)
    today = ctx.now.date()
    day = f"{day_seen(back, today)}{half or ''}"
    said, late = before.said(today), "（补报）" if back < today else ""
    words = f"{_name(ctx)} 提前销假{late}：{said}（{before.number}），{day}起上班。"
    told = await tell_of(ctx, before.number, words)
    unused = _unused(kind, after.unused - before.unused, entries)
    return Reply(
        f"已销假 {before.number}：{said}，{day}起上班。{unused}{told}{await still_there(ctx, before)}", private=True
    )


async def held_by(ctx: Context, leave: LeaveRequest) -> str:
    """What it holds in the ledger, and is about to give back, as a sentence; empty where it holds nothing."""
    ledger = await ctx.store.leave_ledgers.of(leave.user)
    return given_back(ctx, leave, sum((tally.held for tally in ledger.of_cause(leave.number).values()), NOTHING))


async def still_there(ctx: Context, leave: LeaveRequest) -> str:
    """Whatever prolongs it is a leave of its own."""
    others = await going_on(ctx, leave)
    if not others:
        return ""
    listed = "、".join(f"{each.number} {each.said(ctx.now.date())}" for each in others)
    return f"续的 {listed} 还在，不休了请再发 /取消 {others[0].number}。"


def _way_on(leave: LeaveRequest) -> Candidate | None:
    return Candidate("销假", put=f"/销假 {leave.number}") if leave.state is LeaveState.RUNNING else None


def _unused(kind: LeaveType, amount: Decimal, entries: Entries) -> str:
    if not amount:
        return ""
    returned_to = any(each.kind is EntryKind.RETURNED for each in entries)
    return f"没休的 {kind.counting.said(amount)}已经退回。" if returned_to else f"少休了 {kind.counting.said(amount)}。"


def _reason(ctx: Context, leave: LeaveRequest, why: str) -> str:
    """Of kinds whose reasons are for HR alone, nothing is passed on."""
    kind = ctx.company.leave.types.get(leave.type)
    return f"原因：{shown(why)}。" if why and kind and kind.sight is Sight.APPROVERS else ""


def _name(ctx: Context) -> str:
    return ctx.company.name_of(ctx.sender.user_id)
