"""What only a person can do in the client: he gets a card with steps, a deadline, and what really happened as buttons.

WeCom has no interface by which a bot mutes anybody; who looks after the group does it, or says that he can't.
"""

from dataclasses import replace
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.groups.offices import appointers
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing, Effect, Measure, task
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.clock import answer_in_time
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "moderation-task"
DONE, CANNOT = "done", "cannot"
_WHAT: Final = {Doing.MUTE: "禁言", Doing.UNMUTE: "解除禁言"}
_STEPS: Final = {
    Doing.MUTE: "打开群聊，点右上角「…」→「群管理」→「禁言」，加上{name}",
    Doing.UNMUTE: "打开群聊，点右上角「…」→「群管理」→「禁言」，去掉{name}",
}
NOTHING_TO_DO: Final = "这件事已经不用办了。"


def doers(group: Group, company: Company, *, but: UserId) -> tuple[UserId, ...]:
    """The owner, who alone may be able to; else who looks after it, else who appoints them; nobody for himself."""
    owner = (group.owner,) if group.owner else ()
    for users in (owner, keepers_here(group, company), appointers(group, company)):
        if here := tuple(user for user in users if company.decides(user) and user != but):
            return here
    return ()


async def ask(desk: Desk, case: Case, doing: Doing, group: Group, *, until: Measure) -> None:
    """Until the measure that it belongs to ends; what comes after one has no end of its own."""
    late = until.until if doing is Doing.MUTE else None
    asked = await desk.store.measures.add(task(case.number, doing, case.target, group.id, desk.now, late), by=desk.act)
    users = doers(group, desk.company, but=case.target)
    for user in users:
        await hand(desk, asked, user)
    names = "、".join(map(desk.company.name_of, users)) or "没有人能办"
    await desk.store.cases.note(case.number, Noted.ASKED, f"{doing}：{names}", by=desk.act)
    await answer_in_time(desk, asked)


async def hand(desk: Desk, asked: Measure, user: UserId, *, again: bool = False) -> None:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(asked.id), holder=user)
    desk.tell(ToPerson(user), replace(_card(desk, asked, again=again), task_id=task_id))


def _card(desk: Desk, asked: Measure, *, again: bool) -> Card:
    name, group = desk.company.name_of(asked.target), _group_name(asked, desk.company)
    title = f"请在{group}{_WHAT[asked.doing]}{name}"
    until = f"{clock_time(asked.due_at, desk.now)} 前" if asked.due_at and not again else "尽快"
    steps = _STEPS[asked.doing].format(name=name)
    late = "到时间还没有回音，再提醒一次。" if again else ""
    desc = f"{late}{asked.case}；{until}。{steps}。群里的禁言我办不了，办好了请按一下。"
    plain = f"{title}（{desc}）"
    return Card(title, plain, desc=desc, buttons=(Button("已做", DONE), Button("做不到", CANNOT, style=3)))


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    asked = await ctx.store.measures.get(int(number), ctx.now)
    if asked is None or press.key not in (DONE, CANNOT):
        raise unknown_button()
    title = f"{asked.case} {_WHAT[asked.doing]}{ctx.company.name_of(asked.target)}"
    if not asked.waits:
        return outcome(title, _how_it_ended(asked, ctx.company))
    _ensure_may_answer(ctx, asked)
    after = asked.answered(ctx.sender.user_id, ctx.now, done=press.key == DONE)
    if not await ctx.store.measures.save(after, was=Effect.REQUESTED, by=ctx.act):
        return outcome(title, NOTHING_TO_DO)
    kind = Noted.DONE if after.effect is Effect.BY_HUMAN else Noted.CANNOT
    await ctx.store.cases.note(asked.case, kind, asked.doing, by=ctx.act)
    await _tell_maker(ctx, after)
    then = "" if after.effect is Effect.BY_HUMAN else "机器人这边的限制照常有效。"
    return outcome(title, f"已记下：{after.effect}。{then}")


def _ensure_may_answer(ctx: Context, asked: Measure) -> None:
    """Whoever has lost the post since he was asked may not: what he says goes into the case."""
    group = ctx.company.group(asked.group) if asked.group else None
    me = ctx.sender.user_id
    if group is None or (me not in doers(group, ctx.company, but=asked.target) and me not in group.keepers):
        raise UserError(Code.NO_PERMISSION, "这件事现在由别的同事来办，没有改动。")
    if me == asked.target:
        raise UserError(Code.SELF_TARGET, "和自己有关的处理不能由自己记，没有改动。")


async def _tell_maker(ctx: Context, after: Measure) -> None:
    case = await ctx.store.cases.get(after.case, ctx.now)
    if case and case.actor != ctx.sender.user_id and ctx.company.is_here(case.actor):
        who, name = ctx.company.name_of(ctx.sender.user_id), ctx.company.name_of(after.target)
        words = f"{after.case} {who} 回复：{name}的{_WHAT[after.doing]}{after.effect}。"
        ctx.tell(ToPerson(case.actor), Text(words))


def _how_it_ended(asked: Measure, company: Company) -> str:
    if asked.by is None:
        return NOTHING_TO_DO
    return f"{company.name_of(asked.by)} 已经回复过：{asked.effect}。"


def _group_name(asked: Measure, company: Company) -> str:
    group = company.group(asked.group) if asked.group else None
    return group.name if group else "群里"
