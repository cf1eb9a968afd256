"""Two are asked whether they want to talk, with somebody who is neither. Whoever doesn't want to needn't say why.

It is said to them alone: nothing of it is in any group, and it counts nowhere (D12§三.2, S143).
"""

from dataclasses import replace
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.groups.group import Group
from bot.domain.moderation.mediation.dispute import PREFIX, Dispute, DisputeState
from bot.domain.moderation.mediation.mediators import mediator_for
from bot.domain.wording import shown
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.mediating.clock import await_answers, await_result, last_day, nothing_more
from bot.services.privacy.briefly import keep_briefly
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "mediation"
COMMAND: Final = "调解结果"
GIVEN: Final = 100  # characters of what it is about
YES, NO, SETTLED, UNSETTLED = "yes", "no", "settled", "unsettled"
RESULTS: Final = {SETTLED: DisputeState.SETTLED, UNSETTLED: DisputeState.UNSETTLED}
SAID: Final = {DisputeState.SETTLED: "达成一致", DisputeState.UNSETTLED: "没有达成一致"}
NOT_YOURS: Final = "没有等你答复的这次调解，什么都没有改动。"
NOBODY: Final = "现在没有合适的人来调解，没有发起。请把情况告诉人力资源。"


async def invite(ctx: Context, parties: tuple[UserId, UserId], matter: str, group: Group | None) -> str:
    """Whoever asks for it for himself has said yes by that; else he talks with them. `group`: theirs, whose
    administrators may be asked. Raises UserError."""
    me = ctx.sender.user_id
    await _ensure_new(ctx, parties)
    mediator = mediator_for(parties, ctx.company, group=group, first=None if me in parties else me)
    if mediator is None:
        raise UserError(Code.UNSUPPORTED, NOBODY, private=True)
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    agreed = (me,) if me in parties else ()
    dispute = Dispute(number, me, parties, mediator, group.id if group else None, ctx.now, agreed)
    await ctx.store.disputes.add(dispute, matter, by=ctx.act)
    await await_answers(ctx, dispute)
    for user in dispute.waits_for:
        await hand(ctx, dispute, user)
    names = "、".join(map(ctx.company.name_of, dispute.waits_for))
    who = "你" if mediator == me else ctx.company.name_of(mediator)
    return f"{number} 已私聊邀请 {names}，调解员是{who}。愿意谈再约，有结果告诉你；群里什么都不说。"


async def _ensure_new(desk: Desk, parties: tuple[UserId, UserId]) -> None:
    for each in await desk.store.disputes.open_ones(desk.now):
        if set(each.parties) == set(parties):
            raise UserError(
                Code.DUPLICATE, f"这两位的调解已经在办（{each.number}，{each.state}），没有再发。", private=True
            )


async def hand(desk: Desk, dispute: Dispute, user: UserId) -> None:
    """The invitation, or where both want to talk the mediator's card."""
    matter = shown(await desk.store.disputes.matter(dispute.number) or "", GIVEN) or "（打不开）"
    card = (
        _for_mediator(desk, dispute, matter) if user == dispute.mediator else _invitation(desk, dispute, user, matter)
    )
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=dispute.number, holder=user)
    desk.tell(ToPerson(user), replace(card, task_id=task_id))
    await keep_briefly(desk, user)


def _invitation(desk: Desk, dispute: Dispute, user: UserId, matter: str) -> Card:
    name_of, other = desk.company.name_of, dispute.other(user)
    title = f"想请你和{name_of(other)}谈一谈"
    until = day_seen(last_day(desk, dispute), desk.now.date())
    desc = (
        f"{dispute.number}，{name_of(dispute.opener)}发起：{matter}。调解员是{name_of(dispute.mediator)}。"
        f"谈什么只有你们知道，不算违规，不愿意谈也不用说原因。请{until}前答复。"
    )
    return Card(title, f"{title}。{desc}", desc=desc, buttons=(Button("愿意谈", YES), Button("不参加", NO, style=3)))


def _for_mediator(desk: Desk, dispute: Dispute, matter: str) -> Card:
    names = "、".join(map(desk.company.name_of, dispute.parties))
    title = f"调解 {dispute.number}：{names}"
    desc = f"双方都愿意谈：{matter}。请约他们当面谈，谈完按一个按钮，再写结果，双方都会看到。"
    way = f"回「/{COMMAND} {dispute.number} 达成一致（或没有达成一致）结果」。"
    buttons = (Button("达成一致", SETTLED), Button("没有达成一致", UNSETTLED, style=3))
    return Card(title, f"{title}。{desc}{way}", desc=desc, buttons=buttons)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    dispute = await ctx.store.disputes.get(number, ctx.now)
    me = ctx.sender.user_id
    if dispute is None or me not in (*dispute.parties, dispute.mediator):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS, private=True)
    title = f"调解 {number}"
    if press.key in RESULTS and me == dispute.mediator and dispute.state is DisputeState.MEDIATING:
        return outcome(title, await _ask_result(ctx, dispute, RESULTS[press.key]))
    if press.key not in (YES, NO) or me not in dispute.waits_for:
        return outcome(title, f"{dispute.state}，不用再答复。")
    return outcome(title, await (_join(ctx, dispute) if press.key == YES else _decline(ctx, dispute)))


async def replaced(desk: Desk, dispute: Dispute) -> Dispute:
    """With somebody else, where whoever mediates has left or holds no office now; all who take part hear of it. The
    same, where he is here, or there is nobody else."""
    if desk.company.decides(dispute.mediator):
        return dispute
    group = desk.company.group(dispute.group) if dispute.group else None
    mediator = mediator_for(dispute.parties, desk.company, group=group)
    if mediator is None:
        return dispute
    after = dispute.mediated_by(mediator)
    await keep(desk, dispute, after)
    words = f"调解 {after.number} 的调解员换成{desk.company.name_of(mediator)}，其他不变。"
    for user in after.agreed:
        if user != desk.act.actor and desk.company.is_here(user):
            desk.tell(ToPerson(user), Text(words))
    if after.state is DisputeState.MEDIATING:
        await await_result(desk, after)
        await hand(desk, after, mediator)
    return after


async def _join(ctx: Context, dispute: Dispute) -> str:
    dispute = await replaced(ctx, dispute)
    after = dispute.joined(ctx.sender.user_id)
    await keep(ctx, dispute, after)
    if after.state is not DisputeState.MEDIATING:
        return "已记下，等对方答复。"
    await await_result(ctx, after)
    await hand(ctx, after, after.mediator)
    mediator = ctx.company.name_of(after.mediator)
    other = after.other(ctx.sender.user_id)
    ctx.tell(ToPerson(other), Text(f"调解 {after.number}：双方都愿意谈，{mediator}会约你们。"))
    return f"双方都愿意谈，{mediator}会约你们。"


async def _decline(ctx: Context, dispute: Dispute) -> str:
    await nothing_more(ctx, dispute)
    await end(ctx, dispute, dispute.closed(DisputeState.DECLINED, ctx.now), "这次不谈了，没有别的影响。")
    return "已记下，这次不谈，没有别的影响。"


async def _ask_result(ctx: Context, dispute: Dispute, state: DisputeState) -> str:
    question = "谈的结果是什么？双方都会看到。"
    await listen(ctx, f"/{COMMAND} {dispute.number} {SAID[state]}", question, action=COMMAND)
    return f"{question}直接回复就行；现在还没有记结果。"


async def close(ctx: Context, number: str, state: DisputeState, result: str) -> str:
    """By the mediator, once. Raises UserError."""
    dispute = await ctx.store.disputes.get(number, ctx.now)
    if dispute is None or dispute.mediator != ctx.sender.user_id:
        raise UserError(Code.NO_PERMISSION, "没有由你调解的这一次，什么都没有改动。", private=True)
    if dispute.state is not DisputeState.MEDIATING:
        raise UserError(Code.BAD_STATE, f"{number} {dispute.state}，没有记结果。", private=True)
    await nothing_more(ctx, dispute)
    await end(ctx, dispute, dispute.closed(state, ctx.now), f"{shown(result, GIVEN)}。", text=result)
    return f"{number} {state}，已私聊告诉双方，群里什么都不说。"


async def end(desk: Desk, before: Dispute, after: Dispute, words: str, *, text: str = "") -> None:
    """Everybody who took part in it hears of it, but whoever ends it."""
    await keep(desk, before, after, text)
    over = {DisputeState.SETTLED, DisputeState.UNSETTLED}
    told = after.parties if after.state in over else (*after.agreed, after.mediator)
    for user in dict.fromkeys((*told, after.opener)):
        if user != desk.act.actor and desk.company.is_here(user):
            said = words if user in told else ""
            desk.tell(ToPerson(user), Text(f"调解 {after.number}：{after.state}。{said}"))
            await keep_briefly(desk, user)


async def keep(desk: Desk, before: Dispute, after: Dispute, text: str = "") -> None:
    """Raises Overtaken."""
    if not await desk.store.disputes.save(after, text, was=before.version, by=desk.act):
        raise Overtaken(before.number)
