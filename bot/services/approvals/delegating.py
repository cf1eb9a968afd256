"""Letting somebody decide in one's place: offered by a card, in force once he accepts it, ended at any time."""

from datetime import date
from typing import Final

from bot.domain.approvals.delegations import Delegation, DelegationState, ensure_not_pushing, ensure_possible
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.approvals import JOB
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "delegation"
ACCEPT, DECLINE = "accept", "decline"


async def offer(ctx: Context, deputy: UserId, start: date, end: date, note: str) -> Delegation:
    """Ask the deputy. Raises UserError for himself, a circle, a second one at a time, and for asking too much."""
    wanted = Delegation(ctx.sender.user_id, deputy, start, end)
    today = ctx.now.date()
    live = await ctx.store.delegations.live(today)
    ensure_possible(wanted, live, today)
    ensure_not_pushing(wanted, live, await ctx.store.delegations.asked_at(wanted.principal, deputy), ctx.now)
    kept = await ctx.store.delegations.add(wanted, by=ctx.act)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(kept.id), holder=deputy)
    title = f"{ctx.company.name_of(kept.principal)} 请你代为审批"
    why = f"，{shown(note)}" if note else ""
    card = Card(
        title=title,
        desc=f"{kept.period}{why}",
        plain=f"{title}：{kept.period}{why}。要接受或谢绝，请到手机或电脑上的企业微信里按卡片上的按钮。",
        buttons=(Button("接受", ACCEPT), Button("谢绝", DECLINE, style=3)),
        task_id=task_id,
    )
    ctx.tell(ToPerson(deputy), card)
    return kept


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """The deputy answers; the principal is told. Raises UserError."""
    delegation = await ctx.store.delegations.get(int(subject))
    if delegation is None or press.key not in (ACCEPT, DECLINE):
        raise unknown_button("请在最新的那张卡片上按。")
    principal, mine = ctx.company.name_of(delegation.principal), ctx.company.name_of(delegation.deputy)
    if delegation.state is not DelegationState.OFFERED:
        return _face(delegation, principal, f"这份委托{delegation.state}，没有改动。")
    state = DelegationState.ACCEPTED if press.key == ACCEPT else DelegationState.DECLINED
    if state is DelegationState.ACCEPTED:
        await _ensure_still_possible(ctx, delegation)
    if not await ctx.store.delegations.change(delegation, state, by=ctx.act):
        return _face(delegation, principal, "刚刚有变化，没有改动。请对方再发一次。")
    if state is DelegationState.DECLINED:
        ctx.tell(ToPerson(delegation.principal), Text(f"{mine} 不能在{delegation.period}代你审批。请换一位同事。"))
        return _face(delegation, principal, "你已谢绝，对方会收到通知。")
    if delegation.covers(ctx.now.date()):
        await ctx.store.jobs.hasten(JOB, ctx.now)
    ctx.tell(ToPerson(delegation.principal), Text(f"{mine} 答应在{delegation.period}代你审批。要收回，发 /收回委托。"))
    return _face(delegation, principal, "你已接受，到时该对方审批的申请会发给你。")


async def end(ctx: Context) -> list[Delegation]:
    """End what the sender gave away, now or ahead. Raises UserError where there is nothing."""
    today = ctx.now.date()
    mine = [each for each in await ctx.store.delegations.live(today) if each.principal == ctx.sender.user_id]
    if not mine:
        raise UserError(Code.BAD_STATE, "你现在没有委托，不用收回。要请人代审，例如：/委托 11.23-11.27 @李四")
    for each in mine:
        await ctx.store.delegations.change(each, DelegationState.ENDED, by=ctx.act)
        if ctx.company.is_here(each.deputy):
            words = f"{ctx.company.name_of(each.principal)} 收回了{each.period}的委托，以后不用你代审。"
            ctx.tell(ToPerson(each.deputy), Text(words))
    if any(each.covers(today) for each in mine):
        await ctx.store.jobs.hasten(JOB, ctx.now)
    return mine


async def _ensure_still_possible(ctx: Context, delegation: Delegation) -> None:
    """Others may have delegated since it was offered."""
    today = ctx.now.date()
    try:
        ensure_possible(delegation, await ctx.store.delegations.live(today), today)
    except UserError as error:
        raise UserError(
            error.code, "这份委托现在不能接受：日期已经过了，或者转一圈会回到对方自己。请对方再发一次。"
        ) from None


def _face(delegation: Delegation, principal: str, outcome: str) -> Reply:
    title = f"{principal} 请你代为审批"
    return Reply(Card(title=title, desc=f"{delegation.period}：{outcome}", plain=outcome))
