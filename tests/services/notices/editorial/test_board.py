"""An item from its first word to what readers said of it; and how far the day is."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.domain.notices.notice import Draft
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.editorial_meter import editorial_meter
from tests.chat import Chat
from tests.services.notices.editorial.publishing import publishes
from tests.services.notices.posted import posted, to_group


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (editorial_meter,)


@pytest.fixture
async def house(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    """A company that publishes by the day."""
    chat = await Chat.open(database, jobs=jobs, company=publishes)
    yield chat
    await chat.close()


async def test_from_its_first_word_to_its_readers(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-23 09:00
        郑群> /选题 公众号 车间里的老师傅
        机器人> 记下了 XT-20261123-001（公众号）：车间里的老师傅。采集好了发 /选题 XT-20261123-001 下一步。
        郑群> /选题 XT-20261123-001 下一步
        机器人> XT-20261123-001「车间里的老师傅」到「采集」了。做好了发 /选题 XT-20261123-001 下一步。
        郑群> /选题 XT-20261123-001 下一步
        机器人> XT-20261123-001「车间里的老师傅」到「编辑」了。做好了发 /选题 XT-20261123-001 下一步。
        郑群> /选题 XT-20261123-001 下一步
        机器人→王强> XT-20261123-001「车间里的老师傅」等你审稿。…
        机器人→林宓> XT-20261123-001「车间里的老师傅」等你审稿。…
        机器人> XT-20261123-001「车间里的老师傅」到「审核」了。审稿人已经收到。
        郑群> /选题 XT-20261123-001 通过
        机器人> XT-20261123-001 是你自己写的，请总裁办和微信主管（或宣传组长）来审。
        郑群> /选题 XT-20261123-001 已发 https://example.com/a
        机器人> XT-20261123-001 还没审过，不能发。…
        林宓> /选题 XT-20261123-001 通过
        机器人> XT-20261123-001「车间里的老师傅」到「审核」了。还要另一方也通过。
        王强> /选题 XT-20261123-001 通过
        机器人→郑群> XT-20261123-001「车间里的老师傅」审过了。发出去以后发 /选题 XT-20261123-001 已发 链接。
        机器人> XT-20261123-001「车间里的老师傅」到「发布」了。发出去以后发 /选题 XT-20261123-001 已发 链接。
        郑群> /选题 XT-20261123-001 已发 https://example.com/a
        机器人> XT-20261123-001「车间里的老师傅」到「反馈」了。今天的数已经算上，…
        郑群> /选题表
        机器人> 公众号：今天 1/2 条，还差 1 条。
        营销窗口：今天 0/1 条，还差 1 条。
        反馈 1 条：
        XT-20261123-001 车间里的老师傅（公众号）
        往前走一步：/选题 编号 下一步。
    """)


async def test_editors_hear_how_far_the_day_is_and_supervisors_what_is_missing(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-23 10:00
        机器人→郑群> 公众号：今天 0/2 条，还差 2 条。
        营销窗口：今天 0/1 条，还差 1 条。
        还可以发的看 /选题表，发过的记 /选题 编号 已发 链接。
        ⏰ 2026-11-23 16:30
        机器人→郑群> 公众号：今天 0/2 条，还差 2 条。…
        ⏰ 2026-11-23 17:00
        机器人→郑群> 公众号：今天 0/2 条，还差 2 条。…
        机器人→王强> 公众号：今天 0/2 条，还差 2 条。
        营销窗口：今天 0/1 条，还差 1 条。
        要不要补发，请和页面管理员定。进度看 /选题表。
        ⏰ 2026-11-23 20:00
    """)


async def test_nothing_is_asked_for_on_days_of_rest(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-22 17:00
        郑群> /选题表
        机器人> 选题表是空的。发 /选题 题目 记一条。
    """)


async def test_notices_in_its_groups_count_but_for_those_of_all_staff(house: Chat) -> None:
    house.clock.time = house.clock.now().replace(day=23)
    await posted(house, Draft("项目群的公告", to_group(house.company)))
    house.said()
    await house.play("""
        郑群> /选题表
        机器人> 公众号：今天 0/2 条，还差 2 条。
        营销窗口：今天 0/1 条，还差 1 条。
        选题表是空的。发 /选题 题目 记一条。
    """)


async def test_a_step_further_by_the_card(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-23 09:00
        郑群> /选题 公众号 车间里的老师傅
        机器人> 记下了 …
        郑群> /选题表
        机器人> [卡片] 选题表 公众号：今天 0/2 条，还差 2 条。…
        郑群> 选 [001 车间里的老师傅] 按 [下一步]
        机器人> [卡片] 选题表 XT-20261123-001「车间里的老师傅」到「采集」了。做好了发 /选题 XT-20261123-001 下一步。
        郑群> 按 [通过]
        机器人> [卡片] 没有办成 …
        郑群> 选 [001 车间里的老师傅] 按 [不做了]
        机器人> [卡片] 选题表 XT-20261123-001「车间里的老师傅」到「不做了」了。
        郑群> /选题表
        机器人> 公众号：今天 0/2 条，还差 2 条。
        营销窗口：今天 0/1 条，还差 1 条。
        选题表是空的。发 /选题 题目 记一条。
    """)
