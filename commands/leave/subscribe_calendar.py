"""An address for the calendar of a phone, which follows by itself: my own leaves, or who of my department isn't there.

Whoever knows the address reads the calendar, so it comes in private, a new one ends the one before it, and 停用 ends
all. It shows no reasons, no private kinds, and of colleagues only that they aren't there. It is off until the
administrator switches it on.

Example:
    张三> /日历订阅
    机器人> 日历订阅还没有打开，要企业微信管理员在配置里打开。现在可以发 /请假日历 拿一份文件。
"""

from typing import Final

from bot.arguments.feed_wishes import FeedWish
from bot.domain.leave.seeing.feeds import fresh_token
from bot.domain.leave.seeing.sight import may_list
from bot.errors import Code, UserError
from bot.services.leave.seeing.who_is_off import NOT_YOURS
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

OFF: Final = "日历订阅还没有打开，要企业微信管理员在配置里打开。现在可以发 /请假日历 拿一份文件。"
TOO_WIDE: Final = "全公司的日历太大，不能订阅。请写一个部门，例如：/日历订阅 生产部"


def _rules(scene: Scene, wish: FeedWish) -> None:
    if scene.sender is None or wish.team is None:
        return
    if not may_list(wish.team, scene.sender, scene.company):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if wish.team.parent is None:
        raise UserError(Code.LIMIT, TOO_WIDE)


@command(
    "日历订阅",
    aliases=("leave-feed", "rldy", "订阅日历", "请假订阅"),
    private=True,
    writes=True,
    rules=_rules,
    says=(
        "(订阅|我要订阅|我想订阅)…[的](请假日历|休假日历)",
        "<停用|关闭|取消|停掉>[我的]日历订阅",
    ),
    summary="在手机日历里订阅请假",
)
async def subscribe_calendar(ctx: Context, wish: FeedWish) -> Reply:
    if wish.stop:
        stopped = await ctx.store.leave_feeds.stop(ctx.sender.user_id, by=ctx.act)
        return Reply(f"已停用 {stopped} 个订阅地址。" if stopped else "你没有在用的订阅地址。", private=True)
    if not ctx.company.feeds_at:
        return Reply(OFF, private=True)
    token = fresh_token()
    await ctx.store.leave_feeds.issue(token, ctx.sender.user_id, wish.team.id if wish.team else None, by=ctx.act)
    whose = f"{wish.team.name}谁不在" if wish.team else "你的请假"
    return Reply(
        f"{whose}的订阅地址：\n{ctx.company.feeds_at}{token}\n"
        "在手机日历里选「添加订阅日历」，粘贴它。知道地址的人都能看到，请不要转发；"
        "再发一次会换一个新的，旧的作废；不用了发 /日历订阅 停用",
        private=True,
    )
