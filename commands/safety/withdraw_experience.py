"""Take back what you wanted to share, as long as nobody has let it out.

Example:
    张三> /经验分享 换灯管没断电，被提醒了一句。
    机器人> [卡片] 经验分享 JY-20261122-001 换灯管没断电，被提醒了一句。…
    张三> 按 [发给安全管理员审核]
    机器人→陈安> [卡片] 这条经验发布吗？（JY-20261122-001）…
    机器人> [卡片] 经验分享 JY-20261122-001 已请陈安看，发布或退回都告诉你。 [撤回]
    张三> /撤回经验 JY-20261122-001
    机器人> JY-20261122-001 已撤回，不会发布。
"""

from bot.arguments.experiences import ExperienceNumber
from bot.services.safety.exchange.writing import withdraw
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "撤回经验", aliases=("撤回经验分享",), writes=True, private=True, hidden=True, summary="撤回自己还没发布的经验"
)
async def withdraw_experience(ctx: Context, id: ExperienceNumber) -> Reply:
    return Reply(await withdraw(ctx, id.number), private=True)
