"""A plan from what somebody writes to everybody reading it; a new edition takes the place of the one before."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.contingency.plan import LONGEST, PREFIX, Contingency, Enclosure, PlanState, titled_like
from bot.domain.safety.drills.drill import DrillKind, kind_of
from bot.errors import Code, Overtaken, UserError
from bot.services.approvals.kinds import Desk
from bot.services.safety.contingency import wording
from bot.services.safety.training.materials import file_ending
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "contingency"
WITHIN: Final = timedelta(minutes=30)  # files come after the draft
MOST: Final = 5  # of them
KEEPERS: Final = (Role.SAFETY_ADMIN, Role.SECURITY)


async def draft(ctx: Context, title: str, kind: DrillKind | None, text: str) -> Reply:
    """Kept, and shown to whoever wrote it. Raises UserError."""
    if len(text) > LONGEST:
        raise UserError(Code.LIMIT, f"预案写了 {len(text)} 个字，最多 {LONGEST} 个。要点写在这里，全文作为文件发我。")
    before = titled_like(title, await ctx.store.contingencies.valid())
    plan = Contingency(
        number=await ctx.store.numbers.next(PREFIX, ctx.now.date()),
        kind=kind or (before.kind if before else kind_of(title)),
        title=title,
        text=text,
        author=ctx.sender.user_id,
        written_on=ctx.now.date(),
        edition=before.edition + 1 if before else 1,
        replaces=before.number if before else "",
    )
    await ctx.store.contingencies.add(plan, by=ctx.act)
    return Reply(await _card(ctx, plan), private=True)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of a draft. Raises UserError."""
    plan = await find(ctx, number)
    if plan.state is not PlanState.DRAFT or press.key not in (wording.GO, wording.DROP):
        return outcome(plan.called, f"{number} {plan.state}，没有改动。")
    if press.key == wording.DROP:
        await keep(ctx, plan, plan.moved_to(PlanState.DROPPED))
        return outcome(plan.called, f"{number} 没有发布。")
    if not plan.text and not await ctx.store.contingencies.enclosures(number):
        return Reply(await _card(ctx, plan, "还不能发布，没有文字也没有附件。"))
    return outcome(plan.called, await _let_out(ctx, plan))


async def withdraw(ctx: Context, number: str) -> Reply:
    """Raises UserError."""
    plan = await find(ctx, number)
    if plan.state is not PlanState.VALID:
        raise UserError(Code.BAD_STATE, f"{number} {plan.state}，没有改动。")
    await keep(ctx, plan, plan.moved_to(PlanState.WITHDRAWN))
    return Reply(f"{number} {plan.called}已作废，别人看不到了。要发新的，发 /发布预案。", private=True)


async def take(ctx: Context, incoming: Incoming) -> Reply | None:
    """A file for the draft that he has just written; None: there is none, or it is of another sort.

    Raises UserError.
    """
    sent = (*incoming.pictures, *incoming.documents)
    plan = await ctx.store.contingencies.draft_of(ctx.sender.user_id, since=ctx.now - WITHIN) if sent else None
    if plan is None:
        return None
    for each in sent:
        data = await ctx.store.files.read(each.file) if each.file else None
        kind = file_ending(data) if data else None
        if each.file is None or kind is None:
            return None
        count = len(await ctx.store.contingencies.enclosures(plan.number))
        if count >= MOST:
            raise UserError(Code.LIMIT, f"一份预案最多放 {MOST} 个文件。")
        name = f"{plan.title}{count + 1}.{kind}"
        await ctx.store.contingencies.enclose(plan.number, Enclosure(each.file, name), by=ctx.act)
    return Reply(await _card(ctx, plan))


async def find(desk: Desk, number: str) -> Contingency:
    """Raises UserError."""
    plan = await desk.store.contingencies.get(number)
    if plan is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的预案。发 /应急预案 看有哪些。")
    return plan


async def keep(desk: Desk, before: Contingency, after: Contingency) -> Contingency:
    """Raises Overtaken where somebody was quicker."""
    if not await desk.store.contingencies.save(after, was=before.version, by=desk.act):
        raise Overtaken(before.number)
    return after


async def _let_out(ctx: Context, plan: Contingency) -> str:
    before = await ctx.store.contingencies.get(plan.replaces) if plan.replaces else None
    if before and before.state is PlanState.VALID:
        await keep(ctx, before, before.moved_to(PlanState.REPLACED))
    valid = await keep(ctx, plan, replace(plan.moved_to(PlanState.VALID), written_on=ctx.now.date()))
    who = ctx.company.name_of(ctx.sender.user_id)
    words = f"{who} 发布了{valid.called}第 {valid.edition} 版。看发 /应急预案 {plan.number}。"
    for each in ctx.company.serving(*KEEPERS):
        if each != ctx.sender.user_id:
            ctx.tell(ToPerson(each), Text(words))
    again = "，看过旧版的要再看一遍" if before else ""
    return (
        f"已发布 {plan.number}{again}。大家发 /应急预案 {plan.title} 就能看；谁没看发 /应急预案 {plan.number} 谁没看。"
    )


async def _card(desk: Desk, plan: Contingency, first: str = "") -> Card:
    before = await desk.store.contingencies.get(plan.replaces) if plan.replaces else None
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=plan.number, holder=plan.author)
    files = len(await desk.store.contingencies.enclosures(plan.number))
    return wording.draft_card(plan, files, task_id, before, first)
