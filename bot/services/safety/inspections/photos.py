"""Pictures that follow a round: of what was wrong. Where several things were, their sender says of which one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.safety.hazards.hazard import Hazard, Side
from bot.domain.safety.inspections.rounds import Round
from bot.errors import unknown_button
from bot.identifiers import FileId
from bot.services.safety.hazards.drafts import WITHIN, add, files_of
from bot.services.safety.inspections.wording import called
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "inspection-photo"
LATELY: Final = timedelta(hours=1)
MOST: Final = 5  # to choose from, beside 都不是
NONE: Final = "none"
ON_A_BUTTON: Final = 10  # characters


async def of_round(ctx: Context, incoming: Incoming) -> Reply | None:
    """None: he has handed in nothing lately in which something was wrong, or has reported something else since."""
    files = files_of(incoming)
    round_ = await ctx.store.inspections.done_lately(ctx.sender.user_id, since=ctx.now - LATELY) if files else None
    if round_ is None or not round_.hazards or await _something_since(ctx, round_):
        return None
    found = [each for number in round_.hazards if (each := await ctx.store.hazards.get(number)) and each.is_open]
    sides = await ctx.store.hazards.sides([each.number for each in found])
    bare = [each for each in found if each.number not in sides] or found
    if len(bare) == 1:
        return Reply(await _put(ctx, bare[0], files))
    if not bare:
        return None
    await ctx.store.hazard_drafts.add(ctx.sender.user_id, ctx.chat.id, files, ctx.now)
    return Reply(await _which(ctx, round_, bare[:MOST]))


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    files = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - WITHIN)
    if press.key == NONE:
        return outcome("照片没有用上", "没有放进任何一项。")
    round_, hazard = await ctx.store.inspections.get(number), await ctx.store.hazards.get(press.key)
    if round_ is None or hazard is None or hazard.number not in round_.hazards:
        raise unknown_button()
    if not files:
        return outcome(f"{hazard.number} 的照片", "照片过了半小时，没有放进去，请再发一次。")
    return outcome(f"{hazard.number} 的照片", await _put(ctx, hazard, files))


async def _put(ctx: Context, hazard: Hazard, files: Sequence[FileId]) -> str:
    await add(ctx, hazard, files, Side.BEFORE)
    return f"照片已放进 {hazard.number}（{hazard.facts.text}）。还有就接着发。"


async def _which(ctx: Context, round_: Round, hazards: Sequence[Hazard]) -> Card:
    title, said = "照片是哪一项的？", f"{called(round_)}（{round_.number}）"
    options = tuple(Button(each.facts.text[:ON_A_BUTTON], each.number, style=4) for each in hazards)
    listed = "\n".join(f"{each.number} {each.facts.text}" for each in hazards)
    return Card(
        title=title,
        desc=said,
        plain=f"{title}{said}\n{listed}",
        buttons=(*options, Button("都不是", NONE, style=3)),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=round_.number, holder=ctx.sender.user_id),
    )


async def _something_since(ctx: Context, round_: Round) -> bool:
    since = round_.done_at or ctx.now
    lately = await ctx.store.hazards.reported_by(ctx.sender.user_id, since=since)
    return any(each.source != round_.number for each in lately)
