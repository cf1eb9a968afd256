"""Sick inside another leave: HR has seen the note, the days come back to the ledger and are sick leave instead.

The law is silent (职工带薪年休假条例 has no such case); HR may, and need not.
"""

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.following import following
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.returning import common, days_ill, fallen_ill
from bot.domain.leave.requests.sick_days import SICK
from bot.domain.leave.requests.states import advanced
from bot.domain.leave.requests.wishes import Wanted, Weighed, reserved, weigh
from bot.errors import Code, UserError
from bot.services.approvals.approvals import JOB as APPROVALS
from bot.services.leave.requests.kind import LeaveKind
from bot.services.leave.requests.moving import hasten, held, keep
from bot.services.leave.requests.own import kind_of
from bot.services.leave.sickness.turned import days_of, turned_of
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply


async def turn_sick(ctx: Context, number: str, note: Span) -> Reply:
    """`note`: the days that it names. Raises UserError for one's own leave, and where nothing could be turned."""
    before = await _leave(ctx, number)
    schedule = ctx.company.schedule(before.user)
    both = days_ill(before, note, schedule, ctx.now)
    already = days_of(await turned_of(ctx, before))
    if any(common(both, each) for each in already):
        raise UserError(Code.DUPLICATE, f"{number} 的这几天已经转过病假，不用再转。请核对日期。")
    weighed = weigh(Wanted(SICK, both, retro=True, replaces=number), before.user, ctx.company, ctx.now)
    after = fallen_ill(before, kind_of(ctx, before), note, schedule, ctx.now)
    await keep(ctx, before, after)
    sick = await _add(ctx, before, weighed)
    back = kind_of(ctx, before).counting.said(after.unused - before.unused)
    said = both.said(ctx.now.date())
    changed = f"{number} {before.type}里的 {said}已转为病假（{sick.number}），{back}{before.type}退回"
    if ctx.company.is_here(before.user):
        ctx.tell(ToPerson(before.user), Text(f"人力资源看过证明，{changed}给你。发 /我的请假 可以核对。"))
    return Reply(f"{ctx.company.name_of(before.user)} 的 {changed}。本人已经收到通知。", private=True)


async def _leave(ctx: Context, number: str) -> LeaveRequest:
    if not ctx.company.leave.sick_in_leave:
        raise UserError(
            Code.UNSUPPORTED, "按公司设置，休假里生病不转病假。要改请企业微信管理员改 [leave] sick_in_leave。"
        )
    before = await held(ctx, number)
    if before is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的假。请核对编号。")
    if before.user == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, "不能替自己转病假。请把证明交给人力资源的另一位同事办。")
    if before.type == SICK:
        raise UserError(Code.BAD_STATE, f"{number} 本来就是病假，不用转。")
    return before


async def _add(ctx: Context, before: LeaveRequest, weighed: Weighed) -> LeaveRequest:
    """Decided by HR's having seen the note, so nobody is asked."""
    number = await ctx.store.numbers.next(LeaveKind.prefix, ctx.now.date())
    wish = weighed.wish
    sick = LeaveRequest(
        number=number,
        user=before.user,
        type=SICK,
        when=wish.when,
        amount=wish.amount,
        begins=wish.begins,
        ends=wish.ends,
        submitted_at=ctx.now,
        state=LeaveState.APPROVED,
        retro=True,
        replaces=before.number,
    )
    sick = advanced(sick, ctx.now)
    ledger = await ctx.store.leave_ledgers.of(before.user)
    entries = reserved(weighed, ledger, before.user, ctx.company, cause=number, today=ctx.now.date())
    entries = (*entries, *following(ledger.plus(entries), sick, on=ctx.now.date()))
    await ctx.store.leaves.add(sick, "", by=ctx.act)
    await ctx.store.leave_ledgers.write(before.user, entries, by=ctx.act)
    await hasten(ctx)
    await ctx.store.jobs.hasten(APPROVALS, ctx.now)
    return sick
