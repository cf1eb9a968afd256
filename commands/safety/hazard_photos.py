"""The photos of a hazard before and after, as pairs in one picture: for whom it concerns, in private.

Example:
    陈安> /隐患照片 YH-20261122-001
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
"""

from functools import partial

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.hazard_scope import asks_for_pictures
from bot.domain.safety.hazards.hazard import Hazard, Side
from bot.domain.safety.hazards.sight import Sight, sight
from bot.errors import Code, UserError
from bot.pictures.pairs import Pair, pairs_picture
from bot.services.attaching import attach_picture
from bot.services.safety.hazards.looking import headline
from bot.services.safety.hazards.telling import find
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 4  # pairs, the newest
NOT_YOURS = "照片只给报告人、责任人、区域负责人和安全管理员看。进度可以发 /隐患进度 加编号。"


@command(
    "隐患照片",
    aliases=("hazard-photos", "yhzp"),
    private=True,
    recognises=asks_for_pictures,
    summary="看隐患整改前后的照片",
)
async def hazard_photos(ctx: Context, id: HazardNumber) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    hazard = await find(ctx, id.number)
    reporters = {each.user for each in await ctx.store.hazards.reporters(hazard.number)}
    if sight(hazard, reporters, ctx.sender, ctx.company) is Sight.PUBLIC:
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    before, after = [await _pictures(ctx, hazard, side) for side in Side]
    if not before and not after:
        return Reply(f"{hazard.number} 还没有照片。", private=True)
    said = f"整改前 {len(before)} 张，整改后 {len(after)} 张"
    draw = partial(pairs_picture, headline(hazard), _pairs(before, after), note=said)
    await attach_picture(ctx, f"{hazard.number}-前后照片", draw, plain=f"{hazard.number} 的照片：{said}。")
    return Reply(f"{hazard.number} 的照片：{said}，已私聊发给你。", private=True)


async def _pictures(ctx: Context, hazard: Hazard, side: Side) -> list[bytes]:
    """What isn't kept any more is left out."""
    wanted = [each.file for each in await ctx.store.hazards.photos(hazard.number) if each.side is side]
    read = [await ctx.store.files.read(file) for file in wanted[-MOST:]]
    return [data for data in read if data]


def _pairs(before: list[bytes], after: list[bytes]) -> list[Pair]:
    rows = max(len(before), len(after))
    return [(_at(before, row), _at(after, row)) for row in range(rows)]


def _at(pictures: list[bytes], row: int) -> bytes | None:
    return pictures[row] if row < len(pictures) else None
