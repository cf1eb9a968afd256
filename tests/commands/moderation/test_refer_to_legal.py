"""To the lawyers alone, and what proves it stays until they have closed it; of a partner his sponsor hears."""

from datetime import date

import pytest

from bot.domain.accounts.account import Account, Origin
from bot.domain.accounts.newcomer import Employment
from bot.domain.groups.group import Guest
from bot.explaining import Utterance, explain
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.moderation.matters import HoldTable
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE, with_group
from tests.commands.moderation.warnings import WARNED

HELD = """
    周敏> /移交法务 @张三 WG-20261122-001 客户名单外传
    机器人→林宓> [卡片] 周敏 申请移交法务：张三，追究法律责任 YJ-20261122-001 …
    机器人> 已转法务，编号 YJ-20261122-001，等 林宓 受理。有关的记录和证据从现在起不会删除，直到法务结案。"""


async def test_it_is_held_until_it_is_closed(chat: Chat) -> None:
    await chat.play(f"{WARNED}{HELD}")
    assert await HoldTable().held() == {"YJ-20261122-001", UserId("zhangsan"), "WG-20261122-001"}
    await chat.play("""
    林宓> 按 [同意]
    机器人→周敏> YJ-20261122-001 …
    机器人> …
    李娜> /处分登记 YJ-20261122-001 结了
    机器人> 没有编号是 YJ-20261122-001、等你们办的移交。发 /移交单 看全部。
    林宓> /处分登记 YJ-20261122-001 调解结案
    机器人→周敏> YJ-20261122-001 已办结。结果由法务掌握。
    机器人> 已登记 YJ-20261122-001 张三 追究法律责任；周敏 11月22日(周日)提出，已办结。
    """)
    assert await HoldTable().held() == frozenset()


async def test_what_they_do_not_take_up_is_let_go(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{HELD}
    林宓> /驳回 YJ-20261122-001 不构成
    机器人→周敏> …
    机器人> …
    """)
    assert await HoldTable().held() == frozenset()


async def test_a_case_of_somebody_else_is_no_ground(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    周敏> /移交法务 @李四 WG-20261122-001 客户名单外传
    机器人> 李四没有编号是 WG-20261122-001 的记录，什么都没有改动。
    """)


async def test_of_a_partner_whoever_answers_for_him_hears(database: Database) -> None:
    guest = Guest("恒远置业-李总", UserId("fengxiao"))
    chat = await Chat.open(database, company=lambda company: with_group(company, "marketinga", guests=(guest,)))
    await chat.play("""
    周敏> /移交法务 恒远置业-李总 泄露报价
    机器人→林宓> [卡片] 周敏 申请移交法务：恒远置业-李总，终止合作 YJ-20261122-001 …
    机器人→冯销> YJ-20261122-001 恒远置业-李总的合作正在由法务处理。请先别和对方谈结果，并告诉合同负责人和法务联系。
    机器人→孙丽> YJ-20261122-001 恒远置业-李总的合作正在由法务处理。…
    机器人> 已转法务，编号 YJ-20261122-001，等 林宓 受理。…
    """)
    await chat.close()


async def test_an_account_of_somebody_from_outside_is_a_partners(chat: Chat) -> None:
    await chat.core.records.accounts.put(
        Account(
            UserId("hemiao"), Origin.ASKED, date(2026, 11, 1), Employment.EXTERNAL, date(2027, 1, 1), UserId("lisi")
        ),
        by=Act("lina", "账号期限", "人力资源", "m1", chat.clock.now()),
    )
    await chat.play("""
    周敏> /移交法务 @何苗 泄露报价
    机器人→林宓> [卡片] 周敏 申请移交法务：何苗，终止合作 YJ-20261122-001 …
    机器人→李四> YJ-20261122-001 何苗的合作正在由法务处理。…
    机器人→王强> YJ-20261122-001 何苗的合作正在由法务处理。…
    机器人> 已转法务，编号 YJ-20261122-001，等 林宓 受理。…
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("周敏", "/移交法务 @张三 客户名单外传", ""),
        ("周敏", "/移交法务 恒远置业-李总 泄露报价", ""),
        ("周敏", "/移交法务 @张三", "E_MISSING_ARG"),
        ("郑群", "/移交法务 @张三 泄密", "E_NO_PERMISSION"),
        ("王强", "/移交法务 @赵国强 泄密", "E_HIGHER_ROLE"),
    ],
)
def test_who_may(who: str, line: str, expected: str) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said.get("error", "")) == ("移交法务", expected)
