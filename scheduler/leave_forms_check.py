"""Each night, before balances are compared: looks what became of the leaves that were filed in WeCom's own 审批."""

from datetime import time, timedelta

from bot.services.office.watching import Looked, look, report
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("leave-forms-check", schedule=Daily(time(7, 30)), catch_up=timedelta(hours=12), fetch=look)
async def check_forms(ctx: JobContext, looked: Looked) -> None:
    if ctx.company.wecom_forms:
        await report(ctx, looked)
