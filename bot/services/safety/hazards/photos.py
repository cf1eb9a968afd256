"""Pictures of a hazard: sent along with a report, before it or after it; and of how it is once it was put right.

What nobody else wants may be of a hazard: its sender is asked.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.hazards.hazard import Hazard, HazardState, Side
from bot.identifiers import FileId
from bot.services.safety.hazards import wording
from bot.services.safety.hazards.drafts import WITHIN, add, files_of
from bot.services.safety.hazards.fixing import finish_on_the_spot, is_his
from bot.services.safety.hazards.telling import TOPIC as CASE
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "hazard-photo"
IS_ONE, IS_NONE = "yes", "no"
MOST: Final = 4  # to choose from, beside 都不是


async def of_report(ctx: Context, incoming: Incoming) -> Reply | None:
    """What follows a report; None: he has reported nothing lately."""
    files = files_of(incoming)
    lately = await ctx.store.hazards.reported_by(ctx.sender.user_id, since=ctx.now - WITHIN) if files else ()
    hazard = next((each for each in lately if each.is_open), None)
    if hazard is None:
        return None
    on_the_spot = hazard.fixer == ctx.sender.user_id and hazard.state is HazardState.REPORTED
    await add(ctx, hazard, files, Side.AFTER if on_the_spot else Side.BEFORE)
    if on_the_spot:
        return Reply(await finish_on_the_spot(ctx, hazard))
    return Reply(f"照片已放进 {hazard.number}。")


async def of_work(ctx: Context, incoming: Incoming) -> Reply | None:
    """What shows how it is now; None: he has nothing to put right."""
    files = files_of(incoming)
    mine = await ctx.store.hazards.of_owner(ctx.sender.user_id) if files else ()
    mine = [each for each in mine if is_his(each, ctx.sender.user_id)]
    if len(mine) == 1:
        return await _of_work(ctx, mine[0], files)
    return await _which(ctx, mine[:MOST], files) if mine else None


async def ask_what(ctx: Context, incoming: Incoming) -> Reply | None:
    """For pictures that nobody else wanted."""
    files = files_of(incoming)
    if not files:
        return None
    await ctx.store.hazard_drafts.add(ctx.sender.user_id, ctx.chat.id, files, ctx.now)
    title = "照片收到了，拍的是隐患吗？"
    said = "是就告诉我在哪里、什么情况，例如：3号车间配电箱门坏了。半小时内写来的会和照片一起登记。"
    buttons = (Button("是隐患", IS_ONE), Button("不是", IS_NONE, style=3))
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject="draft", holder=ctx.sender.user_id)
    return Reply(Card(title=title, desc=said, plain=f"{title}{said}", buttons=buttons, task_id=task_id))


async def pressed(ctx: Context, _subject: str, press: Press) -> Reply:
    """Of which hazard they are, or whether of one at all. Raises UserError."""
    if press.key == IS_ONE:
        return outcome("照片拍的是隐患", await _ask_where(ctx))
    files = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - WITHIN)
    hazard = await ctx.store.hazards.get(press.key)
    if hazard is None:
        return outcome("照片没有用上", "没有登记任何东西。")
    if not files:
        return outcome(f"{hazard.number} 的照片", "照片过了半小时，没有放进去，请再发一次。")
    if is_his(hazard, ctx.sender.user_id):
        return await _of_work(ctx, hazard, files)
    return outcome(f"{hazard.number} 的照片", f"{hazard.number} 现在是{hazard.state}，不用照片了。")


async def _of_work(ctx: Context, hazard: Hazard, files: Sequence[FileId]) -> Reply:
    """How it is now; whether that is all, its owner says by a button."""
    await add(ctx, hazard, files, Side.AFTER)
    title = f"整改后的照片已放进 {hazard.number}"
    return Reply(
        Card(
            title=title,
            desc=f"{wording.what(hazard)}。整改完了就申请验收。",
            plain=f"{title}（{wording.what(hazard)}）。整改完了发「/申请验收 {hazard.number}」。",
            buttons=(Button("申请验收", wording.DONE),),
            task_id=await ctx.store.cards.issue(topic=CASE, subject=hazard.number, holder=ctx.sender.user_id),
        )
    )


async def _which(ctx: Context, mine: Sequence[Hazard], files: Sequence[FileId]) -> Reply:
    await ctx.store.hazard_drafts.add(ctx.sender.user_id, ctx.chat.id, files, ctx.now)
    title = "照片是哪一条隐患整改后的？"
    listed = "\n".join(f"{each.number} {wording.what(each)}" for each in mine)
    buttons = (*(Button(each.number[3:], each.number) for each in mine), Button("都不是", IS_NONE, style=3))
    return Reply(
        Card(
            title=title,
            desc=listed,
            plain=f"{title}\n{listed}\n整改完了发「/申请验收 编号」。",
            buttons=buttons,
            task_id=await ctx.store.cards.issue(topic=TOPIC, subject="draft", holder=ctx.sender.user_id),
        )
    )


async def _ask_where(ctx: Context) -> str:
    """The next thing he says here is the report."""
    question = "在哪里？什么情况？"
    await listen(ctx, "/隐患", question)
    return f"{question}直接回我一句话，例如：3号车间配电箱门坏了。"
