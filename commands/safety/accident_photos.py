"""The photos that go with an accident's case, for those who may see it, in private.

Whoever reported it, or has it, sends them to the bot; those of a hazard that became it are among them.

Example:
    陈安> /事故照片 SG-20261122-001
    机器人> 没有编号是 SG-20261122-001 的事故。发 /事故进度 看有哪些。
"""

from bot.arguments.accident_numbers import AccidentNumber
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.services.safety.accidents.cases import seen, the_one
from bot.services.safety.accidents.evidence import SHOWN, show
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "事故照片",
    aliases=("accident-photos", "sgzp"),
    audience=ACCIDENT_KEEPERS,
    private=True,
    summary="看一起事故现场的照片",
)
async def accident_photos(ctx: Context, id: AccidentNumber | None = None) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    case = await seen(ctx, await the_one(ctx, id.number if id else None))
    many = await show(ctx, case.number)
    if not many:
        return Reply(f"{case.number} 还没有照片。报告人或处理的人把照片私聊发给我，就会放进去。", private=True)
    rest = f"，发你最近的 {SHOWN} 张" if many > SHOWN else ""
    return Reply(f"{case.number} 有 {many} 张照片{rest}。不要转发到群里。", private=True)
