"""Pictures that came along with words, or before them: they belong to what becomes of the words."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.safety.exchange.experience import shares
from bot.domain.safety.hazards.hazard import Hazard, Side, StepKind
from bot.identifiers import FileId
from bot.services.photos import bared
from bot.services.safety.hazards.telling import act_on
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.understanding.hazards.sentences import goes_with_a_picture
from bot.understanding.notices import may_announce
from bot.understanding.reports import begins_a_report

WITHIN: Final = timedelta(minutes=30)  # a picture and the words for it


async def keep_along(ctx: Context, incoming: Incoming) -> None:
    """What came with words that speak of a hazard, share what somebody learnt, or announce something, waits for what
    becomes of them."""
    if not incoming.pictures:
        return
    speaks = (goes_with_a_picture, shares, may_announce)
    of_report = not incoming.in_group and begins_a_report(incoming.text)
    if of_report or any(each(incoming.text) for each in speaks):
        await ctx.store.hazard_drafts.add(ctx.sender.user_id, ctx.chat.id, files_of(incoming), ctx.now)


async def add_waiting(ctx: Context, hazard: Hazard, side: Side) -> int:
    """The pictures that came along, or just before: how many."""
    files = await ctx.store.hazard_drafts.take(ctx.sender.user_id, ctx.chat.id, since=ctx.now - WITHIN)
    return await add(ctx, hazard, files, side)


def files_of(incoming: Incoming) -> Sequence[FileId]:
    return [each.file for each in incoming.pictures if each.file]


async def add(ctx: Context, hazard: Hazard, files: Sequence[FileId], side: Side) -> int:
    by = await act_on(ctx, hazard.number, StepKind.ADDED) if side is Side.BEFORE else ctx.act
    bare = [await bared(ctx, file) for file in files]
    return sum([await ctx.store.hazards.add_photo(hazard.number, file, side, by=by) for file in bare])
