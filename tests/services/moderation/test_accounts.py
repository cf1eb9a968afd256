"""The account is human resources' to switch off: by card, never without another way to report dangers, and back on."""

from collections.abc import AsyncIterator

import pytest

from bot.identifiers import TaskId
from bot.storage.engine.database import Database
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.moderation.warnings import SUSPENDED, knows_suspending

WAY = """
    李娜> /报告渠道 WG-20261122-001 打安全管理员陈安的电话 8012
    机器人→张三> WG-20261122-001：你的企业微信账号可能停用，不影响上班和发工资。停用期间有危险，这样报告：打…
    机器人> [卡片] 张三的企业微信账号停不停？ …"""
OFF = f"""{SUSPENDED}{WAY}
    李娜> 按 [账号已停]
    机器人→周敏> WG-20261122-001 张三的企业微信账号停用：人工已办（李娜）。
    机器人> [卡片] WG-20261122-001 张三的企业微信账号停用 已记下：人工已办。"""


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=(moderation_clock,), company=knows_suspending)
    yield chat
    await chat.close()


async def test_the_way_is_on_record_before_and_the_account_is_switched_on_again(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.say("张三", "/违规记录")
    (said,) = chat.said()
    assert "企业微信账号停用：人工已办（李娜）\n报告危险的另一个办法：打安全管理员陈安的电话 8012\n" in said.words
    await chat.play("""
    ⏰ 2026-11-25 10:00
    机器人→张三> 你的权限停用到期了（WG-20261122-001），可以正常用了。
    机器人→李娜> [卡片] 请启用张三的企业微信账号 WG-20261122-001 的停用结束了。…
    机器人→周敏> [卡片] 请启用张三的企业微信账号 …
    ⏰ 2026-11-25 10:31
    机器人→李娜> [卡片] 请启用张三的企业微信账号 …
    机器人→周敏> [卡片] 请启用张三的企业微信账号 …
    李娜> 按 [已启用]
    机器人→周敏> WG-20261122-001 张三的企业微信账号启用：人工已办（李娜）。
    机器人> …
    """)


async def test_a_button_asks_for_the_way(chat: Chat) -> None:
    await chat.play(f"""{SUSPENDED}
    李娜> 按 [登记办法]
    机器人> [卡片] WG-20261122-001 张三的企业微信账号停用 账号停了以后，对方用什么办法报告危险？…
    李娜> 打安全管理员陈安的电话 8012
    机器人→张三> WG-20261122-001：…
    机器人> [卡片] 张三的企业微信账号停不停？ …
    """)


async def test_it_may_stay_as_it_is(chat: Chat) -> None:
    await chat.play(f"""{SUSPENDED}
    李娜> 按 [不停账号]
    机器人→周敏> WG-20261122-001 张三的企业微信账号停用：没有停（李娜）。
    机器人> …
    李娜> /报告渠道 WG-20261122-001 打电话
    机器人> WG-20261122-001 的账号不停了，不用登记。
    ⏰ 2026-11-25 10:31
    机器人→张三> 你的权限停用到期了（WG-20261122-001），可以正常用了。
    """)


async def test_without_a_way_nothing_is_switched_off(chat: Chat) -> None:
    await chat.play(SUSPENDED)
    card = next(card for holder, _, card in reversed(chat._cards) if holder == "李娜")
    await chat.press("李娜", card.task_id or TaskId(""), "done")
    (said,) = chat.said()
    assert "还没有登记报告危险的另一个办法，账号先别停。" in said.words


async def test_it_is_nobody_elses(chat: Chat) -> None:
    await chat.play(f"""{SUSPENDED}
    王强> /报告渠道 WG-20261122-001 打电话
    机器人> 「报告渠道」由人力资源使用。…
    李娜> /报告渠道 WG-20261122-002 打电话
    机器人> 没有编号 WG-20261122-002、等你定的停用账号，什么都没有改动。
    """)
