"""An approved leave is filed in WeCom once, whatever is lost in between, and HR hears of what WeCom can't be told."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.domain.office.forms import FilingState
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import CannotSay, OfficeRefused
from bot.storage.engine.database import Database
from bot.storage.leave.filings import FilingTable
from bot.wecom.office.refusals import refused
from scheduler.leave_days import move
from scheduler.leave_recount import recount
from tests.chat import Chat
from tests.scheduler.balances import hours
from tests.scheduler.forms import AGREED, BUSY, LOST, NUMBER, Died, Forms, filing

CALLED_OFF = f"""
        张三> /取消 {NUMBER}
        机器人→王强> …
        机器人> …"""


@pytest.fixture
def forms() -> Forms:
    return Forms()


@pytest.fixture
async def chat(database: Database, forms: Forms) -> AsyncIterator[Chat]:
    chat = await filing(database, forms)
    yield chat
    await chat.close()


async def state() -> FilingState:
    found = await FilingTable().get(NUMBER)
    assert found
    return found.state


async def minutes(chat: Chat, number: int) -> None:
    await chat.advance(chat.clock.now() + timedelta(minutes=number))
    assert not list(chat.said())


async def test_it_is_filed_once_it_is_agreed_to_and_never_again(chat: Chat, forms: Forms) -> None:
    await chat.play(AGREED)
    assert not await hours(chat, 30)
    ((sp_no, form),) = forms.taken.items()
    assert (form.user, form.vacation, form.decider) == (UserId("zhangsan"), "年假", None)
    assert form.note == f"已在小助手由 王强 批准，编号 {NUMBER}。"
    assert form.stretch.duration == 2 * 86_400
    found = await FilingTable().get(NUMBER)
    assert found
    assert found.sp_no == sp_no


async def test_whoever_agreed_is_asked_there_too_where_the_company_wants_it(database: Database, forms: Forms) -> None:
    chat = await filing(database, forms, decider=True)
    await chat.play(AGREED)
    await hours(chat)
    assert [each.decider for each in forms.taken.values()] == [UserId("wangqiang")]
    await chat.close()


async def test_other_types_and_what_is_not_agreed_to_are_not_filed(chat: Chat, forms: Forms) -> None:
    await chat.play("""
        张三> /请假 事假 12.3 家里有事
        机器人→王强> …
        机器人> …
        王强> /同意申请 QJ-20261122-001
        机器人→张三> …
        机器人> …
        张三> /请假 年假 12.1
        机器人→王强> …
        机器人> …
    """)
    await hours(chat)
    assert not forms.taken


async def test_a_lost_answer_is_looked_for_before_anything_is_filed_again(chat: Chat, forms: Forms) -> None:
    forms.lost = 1
    await chat.play(AGREED)
    assert not await hours(chat)
    assert (len(forms.taken), forms.searches) == (1, 1)
    assert await state() is FilingState.FILED


async def test_what_never_arrived_is_filed_again_after_five_minutes_each(chat: Chat, forms: Forms) -> None:
    forms.trouble = [OfficeRefused(LOST), OfficeRefused(LOST)]
    await chat.play(AGREED)
    await minutes(chat, 4)
    assert forms.searches == 0
    await minutes(chat, 7)
    assert (len(forms.taken), forms.searches) == (1, 2)
    assert await state() is FilingState.FILED


async def test_who_dies_between_the_yes_and_its_note_looks_first(database: Database, chat: Chat, forms: Forms) -> None:
    forms.dies = True
    await chat.play(AGREED)
    with pytest.raises(Died):
        await hours(chat)
    assert await state() is FilingState.CALLING
    again = await filing(database, forms)
    await hours(again)
    assert (len(forms.taken), forms.searches) == (1, 1)
    assert await state() is FilingState.FILED
    await again.close()


async def test_where_wecom_is_busy_it_waits_an_hour_without_a_search(chat: Chat, forms: Forms) -> None:
    forms.trouble = [OfficeRefused(BUSY)]
    await chat.play(AGREED)
    await hours(chat, 2)
    assert (len(forms.taken), forms.searches) == (1, 0)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (refused(Outcome(Verdict.REFUSED, 301079)), "和企业微信里已有的请假、出差时间冲突（301079）"),
        (refused(Outcome(Verdict.MISCONFIGURED, 301055)), "（301055）"),
        (CannotSay("模板里没有「年假」这种假"), "模板里没有「年假」这种假。"),
    ],
)
async def test_a_refusal_hr_reads_once_and_may_try_again(
    chat: Chat, forms: Forms, trouble: Exception, words: str
) -> None:
    forms.trouble = [trouble]
    await chat.play(AGREED)
    said = await hours(chat)
    assert {each.partition("：")[0] for each in said} == {"李娜", "周敏"}
    assert f"张三 的 {NUMBER} 没能提交到企业微信审批" in said[0]
    assert words in said[0]
    assert not await hours(chat, 24)
    await chat.play("""
        李娜> /同步余额 张三
        机器人> 接下来把张三没提交成的 1 条假再提交到企业微信审批，还不行会马上告诉你。
    """)
    await hours(chat)
    assert len(forms.taken) == 1


async def test_what_is_called_off_before_it_was_filed_never_is(chat: Chat, forms: Forms) -> None:
    forms.trouble = [OfficeRefused(BUSY)]
    await chat.play(AGREED)
    await chat.play(CALLED_OFF)
    await hours(chat, 3)
    assert not forms.taken
    assert await state() is FilingState.DROPPED


async def test_of_what_wecom_has_already_hr_reads_what_to_do(chat: Chat, forms: Forms) -> None:
    await chat.play(AGREED)
    await minutes(chat, 1)
    await chat.play(f"""
        张三> /取消 {NUMBER}
        机器人→李娜> 张三 的 {NUMBER} 取消或改动了，企业微信的审批单 202611220001 还是原来的，机器人撤不了。…
        机器人→周敏> 张三 的 {NUMBER} …
        机器人→王强> …
        机器人> …
    """)
    assert not await hours(chat, 24)


async def test_called_off_while_nobody_knows_whether_wecom_has_it(chat: Chat, forms: Forms) -> None:
    forms.lost = 1
    await chat.play(AGREED)
    await minutes(chat, 1)
    await chat.play(CALLED_OFF)
    said = await hours(chat)
    assert {each.partition("：")[0] for each in said} == {"李娜", "周敏"}
    assert "审批单 202611220001 还是原来的" in said[0]


async def test_called_off_and_never_arrived(chat: Chat, forms: Forms) -> None:
    forms.trouble = [OfficeRefused(LOST)]
    await chat.play(AGREED)
    await minutes(chat, 1)
    await chat.play(CALLED_OFF)
    assert not await hours(chat, 2)
    assert not forms.taken
    assert await state() is FilingState.DROPPED


async def test_who_is_back_early_has_a_form_that_is_too_long(database: Database, forms: Forms) -> None:
    chat = await filing(database, forms, move)
    await chat.play(AGREED)
    await chat.play(f"""
        ⏰ 2026-12-01 17:00
        张三> /销假 {NUMBER} 明天
        机器人→李娜> 张三 的 {NUMBER} 取消或改动了，…
        机器人→周敏> …
        机器人→王强> …
        机器人> …
    """)
    assert len(forms.taken) == 1
    await chat.close()


async def test_an_hour_of_every_day_is_entered_by_hand(database: Database, forms: Forms) -> None:
    chat = await filing(database, forms, kind="哺乳假")
    await chat.say("欧阳静", "/请假 哺乳假 每天下午提前1小时下班 从11月23日到12月31号")
    await chat.say("欧阳静", "/确认 1")
    chat.said()
    await chat.say("周敏", f"/同意申请 {NUMBER}")
    words = f"欧阳静 的 {NUMBER} 没有提交到企业微信审批：企业微信的假单填不了每天一段时间的假。请在企业微信里补录。"
    assert {line.to for line in chat.said() if line.words == words} == {"李娜", "周敏"}
    await chat.close()


async def test_a_day_that_the_company_gives_off_makes_the_form_wrong(database: Database, forms: Forms) -> None:
    chat = await filing(database, forms, recount)
    await chat.play(AGREED)
    await minutes(chat, 1)
    await chat.say("李娜", "/公司放假 12.1 厂庆")
    await chat.say("李娜", "/确认 1")
    said = [line.words for line in chat.said()] + await hours(chat)
    assert sum(f"张三 的 {NUMBER} 取消或改动了，企业微信的审批单 202611220001" in each for each in said) == 2
    await chat.close()
