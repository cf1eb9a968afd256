"""Overtime: asked for, agreed to by the leader, and credited once it is worked; what must be paid is only recorded."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.leave.amounts import plain
from bot.domain.leave.ledgers.crediting import earn
from bot.domain.leave.ledgers.overtime import Overtime, OvertimeState, Pay, ensure_once, pay_for, warnings
from bot.domain.leave.types.leave_type import Kept, LeaveType
from bot.domain.wording import shown
from bot.errors import Code, Defect, Overtaken, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.taken_back import tell_deciders
from bot.services.approvals.wording import waiting_names
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "加班"
JOB: Final = "overtime-credits"
_MONTH: Final = timedelta(days=31)
CANCELLABLE: Final = frozenset({OvertimeState.PENDING, OvertimeState.APPROVED})


async def ask(ctx: Context, approvals: Approvals, wanted: Overtime, reason: str) -> str:
    """Raises UserError; then nothing was written."""
    await ctx.store.leave_ledgers.hold(wanted.user)
    others = await ctx.store.overtimes.of(wanted.user, wanted.day - _MONTH, wanted.day + _MONTH, ctx.now)
    ensure_once(wanted, others)
    await _ensure_not_on_leave(ctx, wanted)
    details = [
        *(("提醒", each) for each in warnings(wanted, others)),
        *([("原因", shown(reason, 25))] if reason else []),
    ]
    draft = Draft(
        kind=KIND,
        applicant=wanted.user,
        text=f"加班 {wanted.said(ctx.now.date())}，{wanted.pay.said}",
        steps=(Step((Selector.leader(),)),),
        details=tuple(details[:6]),
        begins=wanted.begins if wanted.begins and wanted.begins > ctx.now else None,
        at_post=True,
    )
    request = await approvals.open(ctx, draft)
    await ctx.store.overtimes.add(replace(wanted, number=request.number), by=ctx.act)
    return f"已提交 {request.number}：{draft.text}。等 {waiting_names(request, ctx.company)} 审批。"


class OvertimeKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        overtime = await desk.store.overtimes.get(request.number, desk.now)
        if overtime is None:
            raise Defect(f"{request.number} has no overtime")
        if request.state is not RequestState.APPROVED:
            await desk.store.overtimes.change(overtime, OvertimeState.OFF, None, by=desk.act)
            return ""
        due = _worked_by(overtime, desk.now)
        await desk.store.overtimes.change(overtime, OvertimeState.APPROVED, due, by=desk.act)
        if due > desk.now:
            await desk.store.jobs.hasten(JOB, due)
            return "做完以后入账。" if overtime.pay is Pay.TIME_OFF else ""
        return await _credit(desk, replace(overtime, state=OvertimeState.APPROVED))


async def cancel(ctx: Context, approvals: Approvals, overtime: Overtime) -> str:
    """It is not going to be worked after all. Raises UserError for what counts already."""
    said = f"加班 {overtime.said(ctx.now.date())}"
    if overtime.state not in CANCELLABLE:
        raise UserError(Code.BAD_STATE, f"{overtime.number} {overtime.state}，不能取消。记错了请找人力资源调整。")
    request = await approvals.find(ctx, overtime.number)
    if overtime.state is OvertimeState.PENDING:
        await approvals.withdraw(ctx, request, ctx.sender.user_id)
    elif not await ctx.store.overtimes.change(overtime, OvertimeState.OFF, None, by=ctx.act):
        raise Overtaken(overtime.number)
    else:
        tell_deciders(ctx, request, f"取消了{said}（{overtime.number}），不做了。")
    return f"已取消 {overtime.number}：{said}。"


async def credit_due(desk: Desk) -> None:
    """Credit what has been worked by now; run again, it finds nothing more."""
    for overtime in await desk.store.overtimes.due(desk.now):
        said = f"{overtime.number} 加班 {overtime.said(desk.now.date())}"
        if (follows := await _credit(desk, overtime)) and desk.company.is_here(overtime.user):
            desk.tell(ToPerson(overtime.user), Text(f"{said}：{follows}"))
    if due := await desk.store.overtimes.next_due():
        await desk.store.jobs.hasten(JOB, due)


async def _credit(desk: Desk, overtime: Overtime) -> str:
    """The day may have become another since it was agreed to: a year's calendar is published late."""
    await desk.store.leave_ledgers.hold(overtime.user)
    schedule = desk.company.schedule(overtime.user)
    now = replace(overtime, pay=pay_for(overtime.day, schedule))
    if not await desk.store.overtimes.change(now, OvertimeState.CREDITED, None, by=desk.act):
        return ""
    kind = _in_lieu(desk)
    if now.pay is not Pay.TIME_OFF or kind is None:
        return f"{now.pay.said}。" if now.pay is not overtime.pay else ""
    valid = desk.company.leave.limits.in_lieu_months
    entry = earn(now.day, now.hours, schedule, type_=kind.name, cause=now.number, valid=valid)
    await desk.store.leave_ledgers.write(now.user, [entry], by=desk.act)
    ledger = await desk.store.leave_ledgers.of(now.user)
    left = ledger.available(kind.name, max(desk.now.date(), now.day))
    return f"{kind.name}增加 {plain(now.hours)} 小时，现在能用 {plain(left)} 小时。"


def _in_lieu(desk: Desk) -> LeaveType | None:
    types = desk.company.leave.types.types.values()
    return next((each for each in types if each.kept is Kept.OVERTIME), None)


def _worked_by(overtime: Overtime, now: datetime) -> datetime:
    return overtime.ends or datetime.combine(overtime.day + timedelta(days=1), time(), now.tzinfo)


async def _ensure_not_on_leave(ctx: Context, wanted: Overtime) -> None:
    """Raises UserError."""
    first = datetime.combine(wanted.day, time(), ctx.now.tzinfo)
    begins, ends = wanted.begins or first, wanted.ends or first + timedelta(days=1)
    for leave in await ctx.store.leaves.between(begins, ends, [wanted.user]):
        if not wanted.is_during(leave.begins, leave.ends):
            continue
        said = f"{leave.number}（{leave.said(ctx.now.date())}）"
        raise UserError(Code.OVERLAP, f"这段时间有你的请假 {said}，不能又算加班。请先销假或改请假，再登记。")
