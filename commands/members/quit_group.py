"""Leave a group of my own accord; asked back first. Not one that the company says I am in, nor as its owner (D3§8).

The app takes him out of a group that it made; of any other WeCom lets him go only by his own hand, and he gets the
steps. The keepers are told once he is out.

Example:
    张三> /退群 项目A工作群
    机器人> [卡片] 确定要退群 项目A工作群吗？ 10:30 前有效 [确认] [算了]
    张三> 按 [确认]
    机器人> [卡片] 已确认：退群 项目A工作群 TQ-20261122-001 已受理，不用审批，办好了告诉你和群管理员。
"""

from bot.arguments.asked_groups import GroupToQuit
from bot.arguments.reason import Reason
from bot.domain.groups.admission import ensure_may_quit
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.numbers import Series
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.registry.holding import held
from bot.services.groups.requests.wanting_in import ensure_not_under_way
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, group: GroupToQuit, reason: Reason | None = None) -> None:
    if scene.sender:
        ensure_may_quit(scene.sender, group.group, scene.company)


@command(
    "退群",
    aliases=("quit", "tq", "退出群", "退出群聊"),
    says=(
        "[我](想要|想|要|申请|需要|打算|能不能|可不可以|能|可以)退出…[了|吗]",
        "…[，][我](想要|想|要|申请|需要|打算)退出…[了|吗]",
        "…[，]我(想|要|想要|申请)退群[了]",
        "[我](想|要|想要|申请)退群[了]",
        "[麻烦|请|能不能|可以]把我(移出|移除|踢出|退出|从)…[里|移出|踢出|拉出来|删掉|去掉|吗]",
        "[麻烦|请](帮|替|给)我(退出|退掉|退)…[吧|吗]",
        "…我不(想|要)(待|呆|在里面待)了[，][帮我|给我|替我|请](退了|退|退掉|退出)[吧|一下]",
        "[我]不(想|要)[再](收|看|接收)…(群|平台)[里|里面][的](消息|信息|通知)[了][，][我要|我想|帮我](退群|退了|退出)[吧|了]",
        "我不(想|要)(在|待在|呆在)…(里|了|里面)[了]",
        "(退出|退掉|离开)…(群|平台)[吧|了]",
        "[麻烦|请|我想|我要][帮我|给我|替我]把…(群|平台)[给](退了|退掉|退出|退一下|退)[吧|吗]",
        "…(可以|能|能不能|可不可以)(退|退出|退掉)[吗]",
    ),
    summary="退出一个群",
    destructive=True,
    rules=_rules,
)
async def quit_group(ctx: Context, group: GroupToQuit, reason: Reason | None = None) -> Reply:
    room, me = await held(ctx, group.group), ctx.sender.user_id
    ensure_may_quit(ctx.sender, room, ctx.company)
    await ensure_not_under_way(ctx, [me], room, Deed.REMOVE)
    number = await ctx.store.numbers.next(Series.LEFT, ctx.now.date())
    await assign(ctx, Errand(room.id, Deed.REMOVE, number, me, (me,), reason=reason.text if reason else ""))
    return Reply(f"{number} 已受理，不用审批，办好了告诉你和群管理员。")
