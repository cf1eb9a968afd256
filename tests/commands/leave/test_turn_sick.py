"""Ill inside another leave."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.company import Company
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from scheduler.leave_days import move
from tests.chat import Chat
from tests.commands.leave.scenes import approved, left


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (move,)


async def test_the_days_come_back_and_are_sick_leave(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.25")
    await chat.play("""
        ⏰ 2026-11-25 09:00
        李娜> /转病假 QJ-20261122-001 11.24
        机器人→张三> 人力资源看过证明，QJ-20261122-001 年假里的 11月24日(周二)已转为病假（QJ-20261125-001），1 天年假…
        机器人> 张三 的 QJ-20261122-001 年假里的 11月24日(周二)已转为病假（QJ-20261125-001），1 天年假退回。本人已经…
        李娜> /转病假 QJ-20261122-001 11.24-11.25
        机器人> QJ-20261122-001 的这几天已经转过病假，不用再转。请核对日期。
        张三> /我的请假
        机器人> QJ-20261122-001 年假 11月23日(周一)至11月25日(周三)，3 天，其中 1 天没休：休假中。
        QJ-20261125-001 病假 11月24日(周二)，1 天：已结束。
    """)
    assert await left("zhangsan") == "0.00/2.00/3.00"


async def test_who_comes_back_early_afterwards_has_each_day_once(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.25")
    await chat.play("⏰ 2026-11-24 19:00")
    await chat.say("李娜", "/转病假 QJ-20261122-001 11.24")
    await chat.say("张三", "/销假 明天")
    assert await left("zhangsan") == "0.00/1.00/4.00"


async def test_after_an_early_return_only_what_was_taken_is_turned(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.25")
    await chat.play("⏰ 2026-11-24 10:00")
    await chat.say("张三", "/销假 明天")
    await chat.say("李娜", "/转病假 QJ-20261122-001 11.24-11.25")
    assert "11月24日(周二)已转为病假" in chat.said()[-1].words
    assert await left("zhangsan") == "0.00/1.00/4.00"


async def test_what_cant_be_turned(chat: Chat) -> None:
    await approved(chat, "/请假 年假 12.1")
    await chat.play("""
        李娜> /转病假 QJ-20261122-001 12.1
        机器人> QJ-20261122-001 现在是已批准，只有按天休过的假才能转成病假。
        张三> /转病假 QJ-20261122-001 12.1
        机器人> 「转病假」由人力资源使用。请把证明交给人力资源。
    """)


async def test_nobody_turns_his_own(chat: Chat) -> None:
    await chat.say("李娜", "/请假 年假 明天")
    chat.said()
    await chat.play("""
        李娜> /转病假 QJ-20261122-001 11.23
        机器人> 不能替自己转病假。请把证明交给人力资源的另一位同事办。
    """)


async def test_only_the_leave_itself_is_ended_and_the_sick_days_with_it(chat: Chat) -> None:
    """The note names days that are still to come."""
    await approved(chat, "/请假 年假 11.23-11.27")
    await chat.play("⏰ 2026-11-24 10:00")
    await chat.say("李娜", "/转病假 QJ-20261122-001 11.24-11.26")
    chat.said()
    await chat.play("""
        张三> /取消 QJ-20261124-001
        机器人> QJ-20261124-001 是人力资源由 QJ-20261122-001 转来的病假，不能单独改。…
        张三> /销假 QJ-20261124-001 明天
        机器人> QJ-20261124-001 是人力资源由 QJ-20261122-001 转来的病假，不能单独改。…
        张三> /销假 周四
        机器人→王强> …
        机器人→李娜> …
        机器人> 已销假 QJ-20261122-001：…
    """)
    assert await left("zhangsan") == "0.00/1.00/4.00"
    sick = await LeaveTable().get("QJ-20261124-001", chat.clock.now())
    assert sick is not None
    assert (sick.returned_on, sick.unused) == (date(2026, 11, 26), 1)


async def test_sick_days_to_come_are_off_once_he_is_back_before_them(chat: Chat) -> None:
    await approved(chat, "/请假 年假 11.23-11.27")
    await chat.play("⏰ 2026-11-24 10:00")
    await chat.say("李娜", "/转病假 QJ-20261122-001 11.26-11.27")
    await chat.say("张三", "/销假 明天")
    sick = await LeaveTable().get("QJ-20261124-001", chat.clock.now())
    assert sick is not None
    assert str(sick.state) == "已取消"
    assert await left("zhangsan") == "0.00/2.00/3.00"


async def test_a_company_may_leave_it_as_it_is(database: Database) -> None:
    def never(company: Company) -> Company:
        return replace(company, leave=replace(company.leave, sick_in_leave=False))

    chat = await Chat.open(database, jobs=(move,), company=never)
    await chat.play("""
        李娜> /转病假 QJ-20261122-001 11.23
        机器人> 按公司设置，休假里生病不转病假。…
    """)
    await chat.close()
