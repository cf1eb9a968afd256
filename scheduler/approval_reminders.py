"""Looks after what waits for a decision: a reminder after four working hours, the next in line after a working day, and
an end after a week. It runs when the next of these falls due, each morning, and when somebody has left.

Example:
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
    ⏰ 2026-11-23 14:00
    机器人→赵国强> 还有 1 条申请等你审批：
    RQ-20261122-001 周敏 申请建群：项目C工作群（项目公司工作群）
    同意请回「/同意申请 编号」，驳回请回「/驳回 编号 理由」。
"""

from datetime import time, timedelta

from bot.services.approvals.approvals import JOB
from bot.services.approvals.upkeep import look_after
from bot.services.requestable import approvals
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def remind(ctx: JobContext, _: None) -> None:
    await look_after(approvals(), ctx)
