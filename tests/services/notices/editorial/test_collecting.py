"""Departments are asked each week; what they tell goes to who edits, and by a button onto the board."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.storage.engine.database import Database
from scheduler.dept_news import dept_news
from tests.chat import Chat
from tests.services.notices.editorial.publishing import publishes

THURSDAY = 3


def collects(company: Company) -> Company:
    """A publishing company with one head, who is asked on Thursdays."""
    company = publishes(company)
    led = tuple(each for each in company.departments if each.name == "生产部" or not each.leaders)
    return replace(company, notices=replace(company.notices, collect_on=THURSDAY), departments=led)


@pytest.fixture
async def house(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[dept_news], company=collects)
    yield chat
    await chat.close()


async def test_from_the_card_to_the_board(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-26 09:30
        机器人→王强> [卡片] 生产部 本周动态 要紧的事、活动要让大家知道的，按「写一条」告诉我；没有就按「本周没有」。 …
        王强> 按 [写一条]
        机器人> [卡片] 生产部 本周动态 这周有什么要紧的事、活动要让大家知道？写上时间、地点、找谁。直接回我一段话就行。
        王强> 周六上午9点2号车间开放参观，找李四
        机器人→郑群> [卡片] 生产部 本周动态 周六上午9点2号车间开放参观，找李四
        ——王强 [列入选题]
        机器人> 已告诉郑群，由宣传小组安排发布。要改，再发一次 /部门动态。
        郑群> 按 [列入选题]
        机器人→王强> 你说的「周六上午9点2号车间开放参观，找李四」，郑群答复：…
        机器人> [卡片] 生产部 本周动态 列入选题表了：XT-20261126-001（公众号）。写好了发 /选题 XT-20261126-001 下一步。
        ⏰ 2026-11-27 09:30
    """)
    await house.play("""
        王强> /部门动态 改到周六下午2点
        机器人→郑群> 【生产部 本周动态（改过）】改到周六下午2点
        ——王强
        选题表里是 XT-20261126-001。
        机器人> 已告诉郑群，由宣传小组安排发布。要改，再发一次 /部门动态。
    """)


async def test_who_is_silent_is_asked_once_more_and_listed(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-26 09:30
        机器人→王强> [卡片] 生产部 本周动态 要紧的事…
        ⏰ 2026-11-27 09:30
        机器人→王强> [卡片] 生产部 本周动态 还没收到你部门的动态。要紧的事…
        机器人→郑群> 部门动态还有 1 个没回：生产部。已经再问过一遍。看报了的发 /部门动态 汇总。
        王强> 按 [本周没有]
        机器人> [卡片] 生产部 本周动态 记下了：生产部本周没有要报的。有了再发 /部门动态 内容。
        郑群> /部门动态 汇总
        机器人> 11月23日(周一)这一周的部门动态：报了 0 个，没有的 1 个。
        ⏰ 2026-11-30 09:30
    """)


async def test_a_card_of_last_week_is_answered_for_last_week(house: Chat) -> None:
    await house.play("""
        ⏰ 2026-11-26 09:30
        机器人→王强> [卡片] 生产部 本周动态 …
        ⏰ 2026-11-30 09:30
        机器人→王强> [卡片] 生产部 本周动态 …
        机器人→郑群> 部门动态还有 1 个没回：…
        王强> 按 [写一条]
        机器人> [卡片] 生产部 11月23日那周动态 …
        王强> 没有
        机器人> 记下了：生产部11月23日那周没有要报的。有了再发 /部门动态 内容。
    """)


async def test_who_may_tell_and_who_may_see(house: Chat) -> None:
    await house.play("""
        张三> /部门动态 我要表扬李四
        机器人> 「部门动态」由…
        王强> /部门动态 账号 admin 密码 Abc12345
        机器人> …
        王强> /部门动态 汇总
        机器人> 11月16日(周一)这一周的部门动态：报了 0 个，没有的 0 个。
        还没回：生产部。
    """)
