"""The library of plans for emergencies: what there is, what one says, and who has read it."""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.contingency.plan import PREFIX, Contingency, PlanState, fitting, titled_like
from bot.domain.safety.drills.drill import DrillKind, kind_of
from bot.domain.safety.training.audience import EVERYBODY, members, said
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.contingency import wording
from bot.services.safety.contingency.issuing import KEEPERS, find
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Attachment, Media, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "contingency-reading"
NAMES: Final = 20
NOBODY_WROTE: Final = "还没有应急预案。遇险先撤离，再打 119、120；安全管理员发 /发布预案 可以放进来。"


async def library(ctx: Context) -> Reply:
    plans = await ctx.store.contingencies.valid()
    return Reply(wording.listed(plans) if plans else NOBODY_WROTE)


async def show(ctx: Context, words: str) -> Reply:
    """The one that is meant by its number or by what it is for: text and files in private, then that one has read it.

    Raises UserError.
    """
    plan = await _meant(ctx, words)
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    user = ctx.sender.user_id
    ctx.tell(ToPerson(user), Text(wording.text_of(plan)))
    enclosures = await ctx.store.contingencies.enclosures(plan.number)
    for each in enclosures:
        media = Media.IMAGE if each.name.rpartition(".")[2] in ("jpg", "png") else Media.FILE
        ctx.tell(ToPerson(user), Attachment(media, each.file, each.name, plain=each.name))
    read = user in await ctx.store.contingencies.readers(plan.number)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=plan.number, holder=user)
    return Reply(wording.read_card(plan, len(enclosures), task_id, read=read), private=True)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    plan = await find(ctx, number)
    if press.key != wording.READ:
        raise unknown_button()
    if plan.state is not PlanState.VALID:
        return outcome(plan.called, f"这一版{plan.state}，不用确认了。看现在的发 /应急预案 {plan.title}。")
    await ctx.store.contingencies.read_by(number, ctx.sender.user_id, by=ctx.act)
    return outcome(plan.called, "记下你看过了。到了现场照着做，先保人。")


async def unread(ctx: Context, words: str, specs: Sequence[str]) -> Reply:
    """Who of those hasn't read it. Raises UserError."""
    if ctx.sender.user_id not in ctx.company.serving(*KEEPERS):
        raise UserError(Code.NO_PERMISSION, "谁没看由安全管理员查。你自己看预案发 /应急预案 加名字。")
    plan = await _meant(ctx, words)
    people = members(specs or (EVERYBODY,), ctx.company)
    missing = await not_read(ctx, plan, people)
    who = said(specs or (EVERYBODY,), ctx.company)
    head = f"{plan.called}第 {plan.edition} 版：{who} {len(people)} 人，看过 {len(people) - len(missing)} 人"
    if not missing:
        return Reply(f"{head}，都看过了。", private=True)
    names = "、".join(ctx.company.name_of(user) for user in missing[:NAMES])
    more = f"等 {len(missing)} 人" if len(missing) > NAMES else ""
    how = f"要大家看，发 /公告 请看应急预案 {plan.number}。"
    return Reply(f"{head}，没看：{names}{more}。{how}", private=True)


async def not_read(desk: Desk, plan: Contingency, people: Sequence[UserId]) -> Sequence[UserId]:
    readers = await desk.store.contingencies.readers(plan.number)
    return [user for user in people if user not in readers]


async def current(desk: Desk, number: str) -> Contingency | None:
    """The plan, or the edition that has taken its place; None where there is none any more."""
    plan = await desk.store.contingencies.get(number)
    if plan and plan.state is PlanState.REPLACED:
        return titled_like(plan.title, await desk.store.contingencies.valid())
    return plan if plan and plan.state is PlanState.VALID else None


async def practised(desk: Desk, topic: str, kind: DrillKind) -> Contingency | None:
    """What a drill about this is made by."""
    return fitting(topic, kind, await desk.store.contingencies.valid())


async def _numbered(ctx: Context, number: str) -> Contingency:
    """Raises UserError."""
    plan = await current(ctx, number)
    if plan is None:
        raise UserError(Code.NOT_FOUND, f"{number} 现在没有这份预案。发 /应急预案 看有哪些。")
    return plan


async def _meant(ctx: Context, words: str) -> Contingency:
    """Raises UserError."""
    if words.startswith(f"{PREFIX}-"):
        return await _numbered(ctx, words)
    plans = await ctx.store.contingencies.valid()
    found = [each for each in plans if words in each.title] or [
        each for each in (fitting(words, kind_of(words), plans),) if each
    ]
    if not found:
        raise UserError(
            Code.NOT_FOUND, f"没有「{shown(words)}」的预案。遇险先撤离，再打 119、120。发 /应急预案 看有哪些。"
        )
    if len(found) > 1:
        options = [Candidate(each.called, put=each.number) for each in found[:5]]
        raise UserError(Code.AMBIGUOUS_TARGET, "看哪一份？", candidates=options, typed=words)
    return found[0]
