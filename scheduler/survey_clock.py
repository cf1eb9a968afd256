"""Surveys end, activities begin: results and lists go out, who comes is reminded; after a year nobody knows who it was.

Example:
    郑群> /征集 项目A工作群 团建去哪 选项：羽毛球、爬山 截止明天12:00
    机器人> …
    郑群> 按 [发出]
    机器人→项目A工作群> …
    机器人→阿卜杜拉·买买提、何苗等9人> …
    机器人> …
    张三> 按 [B 爬山]
    机器人> [卡片] 团建去哪 你选了：B 爬山。…
    ⏰ 2026-11-23 12:00
    机器人→郑群> ZJ-20261122-001「团建去哪」结束了：1/9 人答了。
    A 羽毛球：0 票（0%）
    B 爬山：1 票（100%）
    机器人→郑群> [图片] …
    机器人→郑群> [文件 征集-ZJ-20261122-001.xlsx] …
    机器人→项目A工作群> …
    机器人→项目A工作群> [图片] …
"""

from datetime import time, timedelta

from bot.services.surveys.clock import JOB
from bot.services.surveys.ending import ring as answer
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(10)), catch_up=timedelta(days=3650))
async def survey_clock(ctx: JobContext, _: None) -> None:
    await ring(ctx, JOB, answer)
