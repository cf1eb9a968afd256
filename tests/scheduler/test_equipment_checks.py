"""What must be checked soon, once a week, to one person an area."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.equipment_checks import equipment_checks
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [equipment_checks]


async def test_what_is_over_goes_to_the_officers_too(chat: Chat) -> None:
    for words in ("生产部 灭火器1号 2026-11-01 每12个月", "生产部 行车 2026-12-01", "生产部 洗眼器 2027-06-01"):
        await chat.say("陈安", f"/登记安全设备 {words}")
    chat.said()
    await chat.play("""
        ⏰ 2026-11-23 09:15
        机器人→王强> [卡片] 一个月内要检验的安全设备 2 件 检好了的勾上。 (☐11/1 灭火器1号|☐12/1 行车) [勾选的已检验]
        机器人→陈安> 超期没检验的安全设备 1 件，检验前先停用：
        · 生产部 灭火器1号 2026年11月1日(周日)就该检验，超期 22 天
        王强> 勾 [] 按 [勾选的已检验]
        机器人> [卡片] 一个月内要检验的安全设备 2 件 没有勾选，什么都没有改动。检好哪几件就勾哪几件。 (☐11/1 …
        王强> 勾 [11/1|12/1] 按 [勾选的已检验]
        机器人> [卡片] 已检验 2 件 灭火器1号 下次 2027年11月23日(周二)前检验。
        行车 没有登记检验周期，请把新的到期日告诉安全管理员登记。
        ⏰ 2026-11-30 09:15
        机器人→王强> [卡片] 一个月内要检验的安全设备 1 件 检好了的勾上。 (☐12/1 行车) [勾选的已检验]
        ⏰ 2026-12-04 23:00
    """)
