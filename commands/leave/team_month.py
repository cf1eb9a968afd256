"""A team's month in a picture: who is away on which day. Whether, never why: every kind has one colour.

For a department's members, whoever leads it, the human resources and executives; what still waits to be decided only
whoever leads them sees. The picture always comes in private.

Example:
    张三> /请假月历 12月
    机器人→张三> [图片] 生产部 2026年12月请假月历
    机器人> 生产部 2026年12月请假月历：8 人里没有人请假，图已发你。
"""

from functools import partial

from bot.arguments.leave_months import TeamMonth
from bot.domain.leave.seeing.sight import may_list
from bot.errors import Code, UserError
from bot.services.attaching import attach_picture
from bot.services.leave.seeing.month_view import MonthView, month_view
from bot.services.leave.seeing.who_is_off import NOT_YOURS
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, month: TeamMonth) -> None:
    if scene.sender and month.team and not may_list(month.team, scene.sender, scene.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)


@command(
    "请假月历",
    aliases=("leave-month", "qjyl", "休假月历", "请假表"),
    private=True,
    rules=_rules,
    says=(
        "[看看|看一下|查看|看|查一下|查|给我|发我|来|要|画]…[的]请假(月历|日历图|图|月表|一览)",
        "[看看|看一下|查看|看|查一下|查|给我|发我|来|要|画]…[的](休假|假期)(月历|月表|一览|一览表)",
    ),
    summary="一个部门一个月谁不在，发一张图",
)
async def team_month(ctx: Context, month: TeamMonth) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    view = await month_view(ctx, month.team, month.month)
    for page in range(len(view.pages)):
        suffix = f"-{page + 1}" if len(view.pages) > 1 else ""
        stem = f"请假月历-{month.month:%Y-%m}{suffix}"
        await attach_picture(ctx, stem, partial(view.drawn, page), plain=view.title)
    return Reply(_said(view), private=True)


def _said(view: MonthView) -> str:
    away = f" {view.away} 人请假" if view.away else "没有人请假"
    return f"{view.title}：{view.people} 人里{away}，图已发你。"
