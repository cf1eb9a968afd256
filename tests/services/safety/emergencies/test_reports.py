"""Who is in charge, who may still decide, and how much of a crowd's words is passed on."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.safety.emergencies.reports import Accidents
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Card
from bot.storage.engine.database import Database
from bot.storage.models.safety import AccidentRecord
from tests.chat import Chat

CHEN, WU, LI, ZHANG = UserId("chenan"), UserId("wuguan"), UserId("lina"), UserId("zhangsan")


def company(**roles: list[UserId]) -> Company:
    return Company(role_rules=by_account({Role(name): users for name, users in roles.items()}))


def test_the_next_role_is_told_where_the_first_cannot_be_reached() -> None:
    every = company(safety_admin=[CHEN], wecom_admin=[WU], hr=[LI])
    assert list(Accidents(lambda user: True).in_charge(every, ZHANG)) == [CHEN, WU]
    assert list(Accidents(lambda user: user != CHEN).in_charge(every, ZHANG)) == [WU, LI]
    assert list(Accidents(lambda user: user == LI).in_charge(every, ZHANG)) == [LI]
    assert list(Accidents(lambda user: False).in_charge(every, ZHANG)) == []


def test_whoever_reports_is_not_the_only_one_who_knows() -> None:
    every = company(safety_admin=[CHEN], wecom_admin=[WU], hr=[LI])
    assert list(Accidents(lambda user: True).in_charge(every, CHEN)) == [WU, LI]
    assert list(Accidents(lambda user: True).in_charge(company(safety_admin=[CHEN, WU]), CHEN)) == [WU, CHEN]


async def test_the_others_in_charge_hear_who_has_it(database: Database) -> None:
    chat = await Chat.open(database, company=_with_two)
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play("""
        吴管> 按 [收到]
        机器人→张三> SG-20261122-001：吴管 10:00 已收到。
        机器人→陈安> SG-20261122-001：吴管 10:00 已收到。
        机器人> [卡片] 紧急！火灾 SG-20261122-001 吴管 10:00 已收到。 地点：仓库…
        陈安> 按 [收到]
        机器人> [卡片] 紧急！火灾 SG-20261122-001 吴管 10:00 已收到。 地点：仓库…
        陈安> 按 [演练]
        机器人> [卡片] 紧急！火灾 SG-20261122-001 按演练关闭？请选原因。 (计划内的演练|测试系统) [关闭] [返回]
        陈安> 按 [返回]
        机器人> [卡片] 紧急！火灾 SG-20261122-001 吴管 10:00 已收到。 地点：仓库…
        陈安> 按 [演练]
        机器人> [卡片] 紧急！火灾 SG-20261122-001 按演练关闭？请选原因。 (计划内的演练|测试系统) [关闭] [返回]
        陈安> 选 [计划内的演练] 按 [关闭]
        机器人→张三> SG-20261122-001 已按演练关闭（计划内的演练）。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人→吴管> SG-20261122-001 已按演练关闭（计划内的演练）。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人> [卡片] 紧急！火灾 SG-20261122-001 陈安 10:00 按演练关闭了。 地点：仓库…
    """)
    await chat.close()


async def test_a_crowd_does_not_bury_those_in_charge(chat: Chat) -> None:
    """Every voice is kept and answered; ten a minute are passed on, so that the next accident's card gets through."""
    await chat.say("张三", "仓库着火了")
    for number in range(15):
        await chat.say("李四", f"仓库着火了 {number}")
    lines = chat.said()
    assert sum(line.to == "陈安" for line in lines) == 1 + 10
    assert sum("这件事已登记" in line.words for line in lines) == 15
    await chat.say("王强", "3号车间有人触电")
    cards = [each.content for each in chat.channels[Via.APP].sent if isinstance(each.content, Card)]
    titles = list(dict.fromkeys(card.title for card in cards))
    assert titles == ["紧急！火灾 SG-20261122-001", "紧急！触电 SG-20261122-002"]


async def test_who_cries_everywhere_does_not_bury_the_cry_of_another(chat: Chat) -> None:
    """Every place is entered and answered; five of a minute have a card, and it is said that there are more."""
    for number in range(21, 41):
        await chat.say("张三", f"{number}号车间着火了")
    await chat.say("王强", "配电房有人触电")
    lines = [line.words for line in chat.said() if line.to == "陈安"]
    assert ["触电" in line for line in lines] == [False] * 6 + [True]
    assert lines[5] == (
        "生产部 张三 一分钟内报告了很多处事故，从 SG-20261122-006 起这一分钟的只登记，不再逐条通知。请马上联系报告人。"
    )
    assert await AccidentRecord.all().count() == 21


async def test_nor_does_who_adds_to_many(chat: Chat) -> None:
    for number in range(21, 26):
        await chat.say("张三", f"{number}号车间着火了")
    chat.said()
    for number in range(20):
        await chat.say("李四", f"{21 + number % 5}号车间着火了 {number}")
    assert sum(line.to == "陈安" for line in chat.said()) == 10


async def test_who_is_no_longer_in_charge_decides_nothing(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    chat.core.book._company = replace(chat.company, role_rules=by_account({Role.WECOM_ADMIN: [WU]}))
    await chat.play("""
        陈安> 按 [误报]
        机器人> [卡片] 没有办成 SG-20261122-001 现在由安全管理员处理，你已经不在名单里。请找安全管理员。
    """)


def _with_two(company: Company) -> Company:
    return replace(company, role_rules=by_account({Role.SAFETY_ADMIN: [CHEN, WU]}))
