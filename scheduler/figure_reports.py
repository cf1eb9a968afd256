"""Mondays at 10:00, last week's figures to whoever keeps groups; on the first working day, last month's as a draft to
the WeCom administrator, and a working day later to the management, with what he adds.

`[figures]` switches either off. Of a week in which nothing happened in his groups nobody hears.

Example:
    ⏰ 2026-11-23 10:01
    机器人→李娜> [图片] 统计 2026年第47周：群 1 个、进群 24 人次、违规 0 条、公告确认 0/0 人次。
    机器人→李娜> [文件 统计-2026-W47.xlsx] 统计 2026年第47周的表格。
    机器人→郑群> [图片] 统计 2026年第47周：群 1 个、进群 9 人次、违规 0 条、公告确认 0/0 人次。
    机器人→郑群> [文件 统计-2026-W47.xlsx] 统计 2026年第47周的表格。
"""

from datetime import timedelta

from bot.services.figures.reports import AT, JOB, answer, begin
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

SCHEDULE = Daily(AT)


@job(JOB, schedule=SCHEDULE, catch_up=timedelta(days=3))
async def figure_reports(ctx: JobContext, _: None) -> None:
    """It is hastened for what waits, too; a day begins once."""
    if SCHEDULE.next_after(ctx.slot - timedelta(microseconds=1)) == ctx.slot:
        await begin(ctx)
    await ring(ctx, JOB, answer)
