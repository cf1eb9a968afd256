"""Leave balances are read back at night; differences are told, and changed by nobody but the ledger."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.office.forms import FilingState
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from scheduler.leave_balances import write_balances
from scheduler.leave_balances_check import check_balances
from tests.chat import Chat
from tests.scheduler.balances import ASKED, DAY, ZHANG, Wecom, hours, synced
from tests.scheduler.forms import AGREED, Forms
from tests.scheduler.forms import JOBS as FORM_JOBS

JOBS = [write_balances, check_balances]


@pytest.fixture
def wecom() -> Wecom:
    return Wecom()


@pytest.fixture
async def chat(database: Database, wecom: Wecom) -> AsyncIterator[Chat]:
    chat = await synced(database, wecom, JOBS)
    yield chat
    await chat.close()


async def test_what_it_refuses_the_human_resources_read_in_the_morning_once(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    wecom.trouble[ZHANG] = Outcome(Verdict.REFUSED, 301055, "301055")
    said = await hours(chat, 24)
    assert {each.partition("：")[0] for each in said} == {"李娜", "周敏"}
    assert "有 1 个假期余额写不进企业微信：\n张三 年假：企业微信不接受（301055）" in said[0]
    assert wecom.writes == 1
    assert not await hours(chat, 24)


async def test_a_kind_that_wecom_does_not_have_is_refused(chat: Chat, wecom: Wecom) -> None:
    wecom.names = ()
    await chat.play(ASKED)
    (said, *_) = await hours(chat, 24)
    assert "张三 年假：企业微信里没有这种假：年假" in said


async def test_differences_are_told_once_and_changed_by_nobody(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    await hours(chat)
    wecom.has[ZHANG][1] = 4 * DAY
    said = await hours(chat, 24)
    assert len(said) == 2
    assert "企业微信里有 1 个假期余额和这里不一样，都没有改动：\n张三 年假：企业微信 4 天，这里 3 天" in said[0]
    assert wecom.has[ZHANG] == {1: 4 * DAY}
    assert not await hours(chat, 24)
    await chat.play("""
        李娜> /同步余额 张三
        机器人> 接下来把张三的 1 个假期余额写到企业微信，写不进的明早告诉你。
    """)
    await hours(chat)
    assert wecom.has[ZHANG] == {1: 3 * DAY}
    assert not await hours(chat, 24)


async def test_where_wecom_does_not_answer_nothing_is_said(chat: Chat, wecom: Wecom) -> None:
    await chat.play(ASKED)
    wecom.trouble[""] = Outcome(Verdict.RETRY, 45009, "45009")
    assert not await hours(chat, 24)
    wecom.trouble.clear()
    await hours(chat)
    assert wecom.has[ZHANG] == {1: 3 * DAY}


async def test_of_what_is_filed_the_balance_is_never_written_and_only_compared(database: Database) -> None:
    wecom, forms = Wecom(), Forms()
    chat = await synced(database, wecom, [*JOBS, *FORM_JOBS], forms=forms)
    await chat.play(AGREED)
    wecom.has[ZHANG] = {1: 5 * DAY}
    assert not await hours(chat, 24)  # the form waits for its approver there
    forms.states["202611220001"] = FilingState.PASSED
    said = await hours(chat, 24)
    assert "张三 年假：企业微信 5 天，这里 3 天（企业微信按假单扣，那边要改请在管理后台改）" in said[0]
    wecom.has[ZHANG] = {1: 3 * DAY}
    assert not await hours(chat, 24)
    await chat.play("""
        李娜> /同步余额 张三
        机器人> 张三还没有要写到企业微信的余额。有变动时会自动写。
        张三> /请假 年假 12.3
        机器人→王强> …
        机器人> …
    """)
    assert not await hours(chat, 24)  # the ledger holds a day for what isn't decided
    assert wecom.writes == 0
    await chat.close()
