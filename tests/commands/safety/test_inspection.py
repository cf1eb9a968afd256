from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.safety.rules import Area
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.safety.inspections import ASKED, TWO_WRONG, short


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, company=short)
    yield chat
    await chat.close()


async def test_each_thing_that_is_wrong_is_a_hazard_of_its_own(chat: Chat) -> None:
    await chat.play(TWO_WRONG)
    hazards = await chat.core.records.hazards.open_ones()
    assert [(each.facts.text, each.source, each.resembles) for each in hazards] == [
        ("通道被堵", "JC-20261122-001", ""),
        ("没有灭火器", "JC-20261122-001", ""),
    ]


async def test_a_second_press_hands_in_nothing_again(chat: Chat) -> None:
    await chat.play(TWO_WRONG)
    number = await chat.core.records.inspections.get("JC-20261122-001")
    await chat.play("""
        陈安> /检查 3号车间 消防
        机器人> [卡片] 3号车间 消防检查 JC-20261122-002 …
    """)
    assert await chat.core.records.inspections.get("JC-20261122-001") == number


async def test_what_is_open_already_is_not_opened_twice(chat: Chat) -> None:
    await chat.play(f"""{TWO_WRONG.rstrip()}
        陈安> /检查 三号车间 消防
        机器人> [卡片] 三号车间 消防检查 JC-20261122-002 …
        陈安> 勾 [通道] 按 [下一步]
        机器人> [卡片] 三号车间 消防检查 还没提交 …
        陈安> 按 [提交]
        机器人> [卡片] 三号车间 消防检查 已提交 JC-20261122-002 查 3 项，不合格 1 项：通道被堵。YH-20261122-001 以前…
    """)
    steps = await chat.core.records.hazards.steps("YH-20261122-001")
    assert steps[-1].text == "检查时还在（JC-20261122-002）"


async def test_nothing_wrong_is_said_by_handing_it_in(chat: Chat) -> None:
    await chat.play(f"""{ASKED.rstrip()}
        陈安> 勾 [] 按 [下一步]
        机器人> [卡片] 3号车间 消防检查 还没提交 没有不合格的。合格 3 项。提交就是确认每一项都看过。 [提交] [重新勾] …
        陈安> 按 [有不适用的]
        机器人> [卡片] 3号车间 消防检查 JC-20261122-001 这里没有的项勾上，就不算合格也不算不合格 (☐通道被堵|☐没有灭火…
        陈安> 勾 [应急灯] 按 [下一步]
        机器人> [卡片] 3号车间 消防检查 还没提交 没有不合格的。合格 2 项。不适用 1 项。提交就是确认每一项都看过。 [提…
        陈安> 按 [重新勾]
        机器人> [卡片] 3号车间 消防检查 JC-20261122-001 …
        陈安> 勾 [] 按 [下一步]
        机器人> [卡片] 3号车间 消防检查 还没提交 没有不合格的。合格 2 项。不适用 1 项。…
        陈安> 按 [提交]
        机器人> [卡片] 3号车间 消防检查 已提交 JC-20261122-001 查 2 项，不适用 1 项，全部合格。
    """)
    assert await chat.core.records.hazards.open_ones() == []


async def test_asked_again_it_is_the_same_round(chat: Chat) -> None:
    await chat.play(f"""{ASKED.rstrip()}
        陈安> /检查 3号车间 消防
        机器人> [卡片] 3号车间 消防检查 JC-20261122-001 …
    """)


async def test_whose_the_place_is_hears_of_it_and_may_look_himself(database: Database) -> None:
    area = Area("3号车间", "A-03", responsible=UserId("lisi"))

    def with_area(company: Company) -> Company:
        company = short(company)
        return replace(company, safety=replace(company.safety, areas=(area,)))

    chat = await Chat.open(database, company=with_area)
    await chat.play(f"""{ASKED.rstrip()}
        陈安> 勾 [通道] 按 [下一步]
        机器人> [卡片] …
        陈安> 按 [提交]
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 …
        机器人→李四> 3号车间 消防检查做完了（JC-20261122-001，陈安）：查 3 项，不合格 1 项：通道被堵。登记隐患 YH-202…
        机器人> [卡片] 3号车间 消防检查 已提交 …
        李四> /检查 3号车间 消防
        机器人> [卡片] 3号车间 消防检查 JC-20261122-002 …
    """)
    await chat.close()


async def test_who_may_and_what_is_missing(chat: Chat) -> None:
    await chat.play("""
        张三> /检查 3号车间 消防
        机器人> 按表检查由安全管理员、部门负责人、区域负责人和计划里的检查人做。你看到问题，直接告诉我哪里、什么情况。
        陈安> /检查 3号车间
        机器人> 用哪张检查表？例如 消防；有哪些发 /检查表。直接回复就行，10:10 前有效；不办了就回「算了」。
        陈安> 消防
        机器人> [卡片] 3号车间 消防检查 JC-20261122-001 …
        陈安> /检查 一二三四五六七八九十一二三四五六七八九十一 消防
        机器人> 地点最多 20 个字。写短一些，例如 /检查 3号车间 消防。
    """)


async def test_what_was_found_without_a_list_is_a_hazard(chat: Chat) -> None:
    await chat.play("""
        张三> 检查发现3号车间灭火器过期了
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 …
        机器人> [卡片] 已登记 YH-20261122-001 …
    """)


@pytest.mark.parametrize("line", ["我要去医院做个检查", "去医院检查", "明天去总部做一次汇报检查"])
async def test_other_checks_are_none(chat: Chat, line: str) -> None:
    await chat.say("陈安", line)
    assert "检查表" not in chat.said()[0].words


async def test_as_people_say_it(chat: Chat) -> None:
    await chat.say("陈安", "我现在去3号车间做一次消防检查")
    assert "[确认]" in chat.said()[0].words
