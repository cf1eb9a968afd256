"""The board of hazards as a picture: open ones by area and state, what is overdue in red, what was closed this month.

Every employee may see it: there are no names on it (安全生产法 art. 41).

Example:
    张三> /隐患看板
    机器人→张三> [图片] 全公司隐患看板 11月22日(周日)：未销号 0 条，超期 0 条，重大 0 条，本月销号 0 条。
    机器人> 全公司隐患看板 11月22日(周日)：未销号 0 条，超期 0 条，重大 0 条，本月销号 0 条。图已发你。
"""

from bot.arguments.hazard_scope import HazardScope
from bot.services.attaching import attach_picture
from bot.services.safety.hazards.showing import drawn_board
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "隐患看板",
    aliases=("hazard-board", "yhkb"),
    says=("[看看|看一下|看|来|发|要|给我]…[的]隐患(看板|一览|一览表|总览|大盘)",),
    summary="隐患一张图：各区域到哪一步，哪些超期",
)
async def hazard_board(ctx: Context, scope: HazardScope) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    picture = await drawn_board(ctx, scope.area)
    await attach_picture(ctx, f"隐患看板-{ctx.now:%Y-%m-%d}", picture.draw, plain=picture.plain)
    return Reply(f"{picture.plain}图已发你。")
