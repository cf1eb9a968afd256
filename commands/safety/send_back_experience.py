"""Send back what somebody wants to share, and say why; he can write it anew.

Example:
    张三> /经验分享 换灯管没断电，被提醒了一句。
    机器人> [卡片] 经验分享 JY-20261122-001 换灯管没断电，被提醒了一句。…
    张三> 按 [发给安全管理员审核]
    机器人→陈安> [卡片] 这条经验发布吗？（JY-20261122-001）…
    机器人> [卡片] 经验分享 JY-20261122-001 已请陈安看，发布或退回都告诉你。 [撤回]
    陈安> /退回经验 JY-20261122-001 请补上正确做法
    机器人→张三> 你分享的经验 JY-20261122-001 退回了：请补上正确做法
    改好再发：/改经验 JY-20261122-001 加上整段话。
    机器人> JY-20261122-001 已退回，理由告诉了写的人。
"""

from bot.arguments.experiences import ExperienceNumber
from bot.arguments.reason import Reason
from bot.domain.rights import Role
from bot.services.safety.exchange.reviewing import SEND_BACK, send_back
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    SEND_BACK,
    aliases=("经验退回",),
    audience=frozenset({Role.SAFETY_ADMIN, Role.MGMT_GROUP, Role.EXECUTIVE}),
    writes=True,
    private=True,
    hidden=True,
    summary="退回一条等审核的经验，写明理由",
)
async def send_back_experience(ctx: Context, id: ExperienceNumber, reason: Reason) -> Reply:
    return Reply(await send_back(ctx, id.number, reason.text), private=True)
