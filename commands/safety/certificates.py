"""Licences for special work: one's own; for safety and human resources those that end within 90 days.

Example:
    陈安> /登记特种作业证 张三 低压电工 2026-12-22
    机器人> 已登记 张三 的低压电工证，2026年12月22日(周二)到期。到期前 60、30、7 天我提醒本人和安全管理员。
    陈安> /特种作业证
    机器人> 90 天内到期或已经过期的特种作业证 1 个：
    · 张三 低压电工 到2026年12月22日(周二)
"""

from bot.domain.rights import right_of
from bot.domain.safety.training.audience import ASSIGNERS
from bot.services.safety.training.certificates import listed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "特种作业证", aliases=("certificates", "tzzyz", "我的特种作业证"), private=True, summary="看特种作业证何时到期"
)
async def certificates(ctx: Context) -> Reply:
    office = right_of(ctx.sender, ASSIGNERS, grants=ctx.company.grants, group=None) is not None
    return Reply(await listed(ctx, everybody=office), private=True)
