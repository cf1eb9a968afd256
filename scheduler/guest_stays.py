"""Every morning at 08:50: whose stay in a group ends soon or is over, of those from outside.

Whoever answers for him is reminded a week and a day before, by a card that lets him stay longer; on the day after the
end the keepers are asked to put him out. If who answers for him has left the company, the keepers are asked who will.

Example:
    冯销> /邀请 恒远置业-李总 项目A营销微信平台 有效期到11月30日
    机器人> YQ-20261122-001 恒远置业-李总 在项目A营销微信平台的有效期改到11月30日(周一)，由你负责。
    ⏰ 2026-11-23 09:00
    机器人→冯销> [卡片] 项目A营销微信平台的外部成员 恒远置业-李总 11月30日(周一)到期，到期后会请群管理员把对方移出。…
    冯销> 按 [延三个月]
    机器人> [卡片] 项目A营销微信平台的外部成员 恒远置业-李总 有效期改到2027年2月28日(周日)，由你负责…
"""

from datetime import time, timedelta

from bot.services.groups.requests.guest_stays import look_after
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("guest-stays", schedule=Daily(time(8, 50)), catch_up=timedelta(days=14))
async def look(ctx: JobContext, _: None) -> None:
    await look_after(ctx, ctx.slot.astimezone(ctx.now.tzinfo).date())
