"""Every morning at 09:30: reminds people of nicknames that are wrong, and closes what was put right.

On the patrol's day (Monday, unless `[nicknames] patrol_day` says otherwise) wrong ones are looked for, in what people
declared, what was pasted, and what WeCom tells of customer groups. Each person is reminded in private after one, three
and seven days; then whoever keeps the group gets the list.

Example:
    郑群> /昵称报告 项目A工作群
    三哥张三
    机器人→郑群> [文件 昵称报告-项目A工作群-2026-11-22.xlsx] 昵称报告的明细，每人一行。
    机器人> 项目A工作群：查到 1 人的群昵称，0 人规范，1 人要改，8 人的昵称还不知道。…
    ⏰ 2026-11-24 09:30
    机器人→张三> 你的群昵称需要改一下，只有你收到这条提醒：
    · 项目A工作群：「三哥张三」不是真实姓名，请改成：生产部-张三
    在群里点右上角「…」→「我在本群的昵称」粘贴即可。
    改好后发 /改昵称 生产部-张三 告诉我。
"""

from datetime import time, timedelta

from bot.services.nicknames.patrol import patrol
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("nickname-patrol", schedule=Daily(time(9, 30)), catch_up=timedelta(days=7))
async def walk(ctx: JobContext, _: None) -> None:
    await patrol(ctx)
