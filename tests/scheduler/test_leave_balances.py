"""Leave balances go to WeCom whenever the ledger gives something else than it was told."""

from collections.abc import AsyncIterator

import pytest

from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from scheduler.leave_balances import write_balances
from tests.chat import Chat
from tests.scheduler.balances import ASKED, DAY, ZHANG, Wecom, hours, synced

JOBS = [write_balances]


@pytest.fixture
def wecom() -> Wecom:
    return Wecom()


@pytest.fixture
async def chat(database: Database, wecom: Wecom) -> AsyncIterator[Chat]:
    chat = await synced(database, wecom, JOBS)
    yield chat
    await chat.close()


async def test_what_is_held_is_taken_off_and_comes_back(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    assert not await hours(chat)
    assert wecom.has[ZHANG] == {1: 3 * DAY}
    await chat.play("""
        张三> /撤回
        机器人→王强> …
        机器人> …
    """)
    await hours(chat)
    assert wecom.has[ZHANG] == {1: 5 * DAY}


async def test_nothing_is_written_twice(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    await hours(chat, 5)
    assert wecom.writes == 1


async def test_what_wecom_leaves_in_doubt_is_written_again(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    wecom.trouble[ZHANG] = Outcome(Verdict.UNKNOWN, why="timeout")
    assert not await hours(chat)
    del wecom.trouble[ZHANG]
    await hours(chat)
    assert wecom.has[ZHANG] == {1: 3 * DAY}
    assert wecom.writes == 2


async def test_who_is_out_of_the_apps_range_holds_up_nobody_else(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    wecom.trouble[ZHANG] = Outcome(Verdict.MISCONFIGURED, 301055, "301055")
    await chat.play("""
        王强> /请假 年假 12.3
        机器人→钱卫东> …
        机器人> …
    """)
    await hours(chat)
    assert ZHANG not in wecom.has
    assert UserId("wangqiang") in wecom.has
