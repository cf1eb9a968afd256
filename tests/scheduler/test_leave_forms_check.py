"""Each night: what became of the forms in WeCom, and of what nobody knows whether it is one."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.office.forms import FilingState
from bot.storage.engine.database import Database
from bot.storage.leave.filings import FilingTable
from tests.chat import Chat
from tests.scheduler.balances import hours
from tests.scheduler.forms import AGREED, NUMBER, Forms, filing

SP_NO = "202611220001"


@pytest.fixture
def forms() -> Forms:
    return Forms()


@pytest.fixture
async def chat(database: Database, forms: Forms) -> AsyncIterator[Chat]:
    chat = await filing(database, forms)
    yield chat
    await chat.close()


async def test_what_stays_in_doubt_hr_reads_each_morning_and_it_is_not_filed_again(chat: Chat, forms: Forms) -> None:
    forms.lost, forms.unreadable = 1, True
    await chat.play(AGREED)
    for _ in range(2):
        said = await hours(chat, 24)
        assert len(said) == 2
        assert f"有 1 条假不知道企业微信审批收到没有，还在查，查清之前不会再提交：\n张三 {NUMBER}" in said[0]
    forms.unreadable = False
    assert not await hours(chat, 24)
    assert len(forms.taken) == 1


async def test_what_comes_to_nothing_in_wecom_hr_reads_once(chat: Chat, forms: Forms) -> None:
    await chat.play(AGREED)
    assert not await hours(chat, 24)
    forms.states[SP_NO] = FilingState.UNDONE
    said = await hours(chat, 24)
    assert f"张三 {NUMBER}（审批单 {SP_NO}）" in said[0]
    assert not await hours(chat, 24)


async def test_what_passed_there_is_not_looked_at_again(chat: Chat, forms: Forms) -> None:
    await chat.play(AGREED)
    forms.states[SP_NO] = FilingState.PASSED
    assert not await hours(chat, 24)
    found = await FilingTable().get(NUMBER)
    assert found
    assert found.state is FilingState.PASSED


async def test_what_can_not_be_filed_for_long_hr_reads_each_morning(chat: Chat, forms: Forms) -> None:
    forms.closed = True
    await chat.play(AGREED)
    said = await hours(chat, 24)
    assert f"有 1 条假还没能提交到企业微信审批，会接着试：\n张三 {NUMBER}\n请企业微信管理员" in said[0]
    forms.closed = False
    assert not await hours(chat, 24)
    assert len(forms.taken) == 1
