"""Write anew what you are about to share, or what was sent back to you.

Example:
    张三> /经验分享 换灯管没断电，被提醒了一句。
    机器人> [卡片] 经验分享 JY-20261122-001 换灯管没断电，被提醒了一句。…
    张三> /改经验 JY-20261122-001 换灯管先拉闸，再挂「有人工作」的牌。
    机器人> [卡片] 经验分享 JY-20261122-001 换灯管先拉闸，再挂「有人工作」的牌。…
"""

from bot.arguments.experiences import ExperienceNumber, StoryTold
from bot.services.safety.exchange.writing import CHANGE, change
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(CHANGE, aliases=("修改经验",), writes=True, private=True, hidden=True, summary="改自己还没发布的经验")
async def change_experience(ctx: Context, id: ExperienceNumber, text: StoryTold) -> Reply:
    return Reply(await change(ctx, id.number, text.text, text.named), private=True)
