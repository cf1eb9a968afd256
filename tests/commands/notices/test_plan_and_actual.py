"""The plan beside what went out, by who may see it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def test_each_time_is_told_apart(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 08:30
        郑群> /公告 项目A工作群 每天9:30 交安全帽清单
        机器人> …
        郑群> /公告 项目A工作群 三号楼门禁今天换新卡
        机器人> …
        ⏰ 2026-11-23 10:00
        机器人→项目A工作群> 三号楼门禁今天换新卡…
        机器人→项目A工作群> 交安全帽清单…
        郑群> /推送计划 暂停 GG-20261123-001
        机器人> …
        ⏰ 2026-11-25 08:00
        郑群> /推送计划 恢复 GG-20261123-001
        机器人> …
        郑群> /推送对照 11.23-11.26
        机器人→郑群> [图片] 推送对照 11月23日(周一)至11月26日(周四)：计划 4 条，按时 1 条，没有发 1 条，…
        机器人→郑群> [文件 推送对照-2026-11-23到2026-11-26.xlsx] 推送对照 11月23日(周一)至11月26日(周四)，5 条。
        机器人> 推送对照 11月23日(周一)至11月26日(周四)：计划 4 条，…
        张三> /推送对照
        机器人> 11月没有排过也没有发过你能看的公告。
        王强> /推送对照
        机器人> 11月没有排过也没有发过你能看的公告。
    """)
