"""What is left of a year goes on to the next, if its owner agrees."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.company import Company
from bot.domain.leave.ledgers.entitlement import AnnualRules
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.leave_accounts import look_after
from tests.chat import Chat


@pytest.fixture
def jobs() -> list[Job]:
    return [look_after]


ASKED = """
        李娜> /结转年假 张三 年底赶项目
        机器人> [卡片] …
        李娜> 按 [确认]
        机器人→张三> [卡片] 结转2026年的年假 {days} 天？ …
        机器人> [卡片] …"""


def capped(company: Company) -> Company:
    return replace(
        company, leave=replace(company.leave, annual=AnnualRules(carry_most=Decimal(2), carry_until=(3, 31)))
    )


async def test_what_was_agreed_to_is_carried_when_the_year_is_over(database: Database) -> None:
    chat = await Chat.open(database, jobs=[look_after], company=capped)
    await chat.play(f"""{ASKED.format(days=2)}
        张三> 按 [同意结转]
        机器人> [卡片] 结转2026年的年假 2 天 已记下你同意（JQ-20261122-001）。年底还剩的才结转，之前照样可以休。
        ⏰ 2027-01-01 01:00
        张三> /假期余额 年假
        机器人> 2027年的假期余额：
        年假：还能用 7 天，已休 0 天，其中 2 天用到3月31日(周三)。
        为什么是这么多，发 /为什么 年假。
        ⏰ 2027-04-01 01:00
        张三> /假期余额 年假
        机器人> 2027年的假期余额：
        年假：还能用 5 天，已休 0 天，过期 2 天。
        为什么是这么多，发 /为什么 年假。
    """)
    book = await chat.core.records.leave_ledgers.of(UserId("zhangsan"))
    assert (book.balance("年假", 2026).expired, book.balance("年假", 2026).left) == (3, 0)
    await chat.close()


async def test_who_declines_keeps_what_the_law_gives_him(chat: Chat) -> None:
    await chat.play(f"""{ASKED.format(days=5)}
        张三> 按 [不同意]
        机器人> [卡片] 结转2026年的年假 5 天 已记下你不同意（JQ-20261122-001）。请在12月31日前休完，没休的按 300% 支付。
        张三> 按 [同意结转]
        机器人> [卡片] 结转2026年的年假 5 天 JQ-20261122-001 不同意，没有改动。
        ⏰ 2027-01-01 01:00
    """)
    book = await chat.core.records.leave_ledgers.of(UserId("zhangsan"))
    assert (book.balance("年假", 2026).expired, book.balance("年假", 2027).credit) == (5, 5)


async def test_silence_is_no_consent_and_late_is_too_late(chat: Chat) -> None:
    await chat.play(f"""{ASKED.format(days=5)}
        ⏰ 2027-01-01 01:00
        张三> 按 [同意结转]
        机器人> [卡片] 结转2026年的年假 5 天 JQ-20261122-001 已过期，没有改动。
    """)
    assert (await chat.core.records.leave_ledgers.of(UserId("zhangsan"))).balance("年假", 2026).expired == 5


async def test_what_is_taken_meanwhile_is_not_carried(chat: Chat) -> None:
    await chat.play(f"""{ASKED.format(days=5)}
        张三> 按 [同意结转]
        机器人> [卡片] …
        张三> /请假 年假 12.31
        机器人→王强> …
        机器人> …
        ⏰ 2027-01-01 01:00
    """)
    assert (await chat.core.records.leave_ledgers.of(UserId("zhangsan"))).balance("年假", 2027).credit == 9


async def test_everybody_is_asked_once(chat: Chat) -> None:
    await chat.say("李娜", "/结转年假 全员 年底赶项目")
    chat.said()
    await chat.say("李娜", "/确认 1")
    asked = [line for line in chat.said() if line.to]
    assert len(asked) == 21  # without 李娜, 李四 who has none, 何苗 who gets none yet
    await chat.play("""
        周敏> /结转年假 年底赶项目
        机器人> [卡片] …
        周敏> 按 [确认]
        机器人→李娜> [卡片] …
        机器人> [卡片] …
    """)


async def test_who_may_not(chat: Chat) -> None:
    await chat.play("""
        张三> /结转年假 李四 忙
        机器人> 「结转年假」由人力资源、集团行政人事部使用。要结转年假，请找人力资源。
        李娜> /结转年假 李娜 忙
        机器人> [卡片] …
        李娜> 按 [确认]
        机器人> [卡片] 没有办成 自己的年假请人力资源的另一位同事来办。
    """)
