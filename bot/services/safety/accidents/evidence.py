"""Pictures of an accident go with its case: sent along with the report, after it, or kept with the hazard before it.

They are kept as they were taken; whoever is shown one sees no more than what is on it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.safety.accidents.reports import MORE_WITHIN, Accident
from bot.identifiers import FileId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.photos import bared
from bot.services.safety.calls.tree import told_so_far
from bot.services.safety.hazards.drafts import files_of
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Attachment, Media, ToPerson
from bot.shapes.replies import Reply

HELD_FOR: Final = timedelta(hours=24)  # whoever has it sends pictures of it
PUSHED: Final = 3  # pictures of one message that are shown to whoever acts
MOST: Final = 60  # pictures of one accident
SHOWN: Final = 9  # the newest of them, in chat


async def along(ctx: Context, incoming: Incoming) -> None:
    """With the words by which it was reported, in private or in a group."""
    if accident := await _told_of(ctx, ctx.now - timedelta(minutes=1)):
        await _file(ctx, accident, files_of(incoming))


async def of_accident(ctx: Context, incoming: Incoming) -> Reply | None:
    """What its reporter sends afterwards, or who has it; None: he has to do with none now."""
    files = files_of(incoming)
    accident = await _told_of(ctx, ctx.now - MORE_WITHIN) or await _taken(ctx) if files else None
    if accident is None:
        return None
    many, told = await _file(ctx, accident, files)
    if not many:
        return Reply(f"{accident.number} 的照片已经有 {MOST} 张，这次没有放进去。要紧的请直接发给处理的人。")
    names = "、".join(map(ctx.company.name_of, told))
    return Reply(f"{many} 张照片已放进 {accident.number}{f'，也转给了{names}' if names else ''}。")


async def hand_over(desk: Desk, files: Sequence[tuple[FileId, datetime, str]], number: str) -> None:
    """What was kept with a hazard that became this accident."""
    for file, at, by in files:
        await desk.store.accident_cases.add_photo(number, file, by=replace(desk.act, at=at, actor=by))


async def show(ctx: Context, number: str) -> int:
    """The newest, to who asks, in private; how many there are."""
    photos = await ctx.store.accident_cases.photos(number)
    for page, photo in enumerate(photos[-SHOWN:], 1):
        await _hand(ctx, number, photo.file, ctx.sender.user_id, f"{number} 的照片第 {page} 张")
    return len(photos)


async def _told_of(ctx: Context, since: datetime) -> Accident | None:
    heard = await ctx.store.accidents.heard_since(since)
    own = (each for each in heard if each.reporter == ctx.sender.user_id and ctx.chat.id in (None, each.chat))
    return next(own, None)


async def _taken(ctx: Context) -> Accident | None:
    since = ctx.now - HELD_FOR
    heard = await ctx.store.accidents.heard_since(since - HELD_FOR)
    me = ctx.sender.user_id
    return next((each for each in heard if each.taken_by == me and each.taken_at and each.taken_at > since), None)


async def _file(ctx: Context, accident: Accident, files: Sequence[FileId]) -> tuple[int, Sequence[UserId]]:
    """How many are new, and who was shown them."""
    room = MOST - len(await ctx.store.accident_cases.photos(accident.number))
    new = [
        file
        for file in files[: max(room, 0)]
        if await ctx.store.accident_cases.add_photo(accident.number, file, by=ctx.act)
    ]
    holder = [accident.taken_by] if accident.taken_by else await told_so_far(ctx, accident.number)
    told = [user for user in holder if user != ctx.sender.user_id] if new else []
    for user in told:
        for file in new[:PUSHED]:
            await _hand(ctx, accident.number, file, user, f"{accident.number} 现场的照片")
    return len(new), told


async def _hand(ctx: Context, number: str, file: FileId, user: UserId, said: str) -> None:
    plain = f"{said}，这里发不了图片。"
    ctx.tell(ToPerson(user), Attachment(Media.IMAGE, await bared(ctx, file), f"{number}.jpg", plain=plain))
