"""A false alarm is closed by whoever raised it, as long as nobody else saw it and nobody has it."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.safety.accidents.reports import AccidentState, NoteKind
from bot.storage.engine.database import Database
from bot.storage.safety.accidents import AccidentTable
from scheduler.call_tree import go_on
from tests.chat import Chat

NUMBER = "SG-20261122-001"
ASKED = f"[卡片] {NUMBER} 是误报吗？"
STILL = "如果还有危险，马上再告诉我；先撤离，打 119 或 120。"


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[go_on])
    await chat.say("张三", "仓库着火了")
    chat.said()
    yield chat
    await chat.close()


async def state() -> AccidentState:
    accident = await AccidentTable().get(NUMBER)
    assert accident
    return accident.state


async def test_its_reporter_closes_it_with_a_reason_and_nobody_else_is_called(chat: Chat) -> None:
    await chat.play(f"""
        张三> 搞错了，是水蒸气
        机器人→陈安> {NUMBER} 生产部 张三补充：搞错了，是水蒸气
        机器人→王强> {NUMBER} 生产部 张三补充：搞错了，是水蒸气
        机器人> {ASKED}…
        张三> 选 [看错或听错了] 按 [是误报]
        机器人→陈安> {NUMBER} 已按误报关闭（看错或听错了）。{STILL}
        机器人→王强> {NUMBER} 已按误报关闭（看错或听错了）。{STILL}
        机器人> [卡片] 火灾报告 {NUMBER} 已按误报关闭，通知停下了。{STILL}
        ⏰ 2026-11-22 12:00
    """)
    assert (await AccidentTable().notes(NUMBER))[-1].text == "看错或听错了"


async def test_as_long_as_he_has_not_said_why_it_goes_on(chat: Chat) -> None:
    await chat.play(f"""
        张三> 没事了
        机器人→陈安> {NUMBER} 生产部 张三补充：没事了
        机器人→王强> {NUMBER} 生产部 张三补充：没事了
        机器人> {ASKED}…
        ⏰ 2026-11-22 10:01
        机器人→吴管> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        张三> 按 [不是误报]
        机器人> [卡片] 火灾报告 好，{NUMBER} 照常处理。有新情况直接发给我。
    """)
    assert await state() is AccidentState.OPEN


async def test_by_words_alone_where_no_card_is_shown(chat: Chat) -> None:
    await chat.say("张三", f"误报 {NUMBER} 是水蒸气")
    assert [line.to for line in chat.said()] == ["陈安", "王强", None]
    assert await state() is AccidentState.FALSE_ALARM


async def test_what_somebody_has_is_his_to_close(chat: Chat) -> None:
    await chat.say("陈安", "收到")
    chat.said()
    await chat.play(f"""
        张三> 误报了
        机器人→陈安> {NUMBER} 生产部 张三补充：误报了
        机器人→王强> {NUMBER} 生产部 张三补充：误报了
        机器人> {ASKED}…
        张三> 选 [设备误报警] 按 [是误报]
        机器人→陈安> {NUMBER} 报告人说是误报（设备误报警）。请核实，确实没事就在卡片上按「误报」。
        机器人> [卡片] 火灾报告 已告诉陈安：你说 {NUMBER} 是误报。核实没事就关闭。
    """)
    assert await state() is AccidentState.TAKEN
    assert (await AccidentTable().notes(NUMBER))[-1].kind is NoteKind.MORE


async def test_what_others_saw_too_does_not_go_away_by_one_word(chat: Chat) -> None:
    await chat.say("李四", "仓库着火了 快来人")
    await chat.say("张三", f"误报 {NUMBER} 看错了")
    assert [line.words for line in chat.said()][-1] == f"已告诉陈安、王强：你说 {NUMBER} 是误报。核实没事就关闭。"
    assert await state() is AccidentState.OPEN


async def test_somebody_in_charge_says_it_in_words(chat: Chat) -> None:
    await chat.play(f"""
        王强> 误报
        机器人> [卡片] 紧急！火灾 {NUMBER} 按误报关闭？请选原因。…
        王强> 误报 {NUMBER} 是电焊烟
        机器人→张三> {NUMBER} 已按误报关闭（是电焊烟）。{STILL}
        机器人→陈安> {NUMBER} 已按误报关闭（是电焊烟）。{STILL}
        机器人> {NUMBER} 已按误报关闭（是电焊烟），报告人和别的同事会知道。
    """)


async def test_nobody_else_takes_anything_back(chat: Chat) -> None:
    for name, words in (("李四", "误报了"), ("陈安", "没事了"), ("李四", f"误报 {NUMBER} 看错了")):
        await chat.say(name, words)
    assert await state() is AccidentState.OPEN


async def test_another_s_card_closes_nothing(chat: Chat) -> None:
    await chat.say("张三", "误报了")
    chat.said()
    await chat.press("李四", chat.newest_card, "mine-yes")
    assert await state() is AccidentState.OPEN


async def test_after_half_an_hour_it_is_another_matter(chat: Chat) -> None:
    await chat.say("陈安", "收到")
    await chat.advance(chat.clock.time.replace(hour=10, minute=31))
    await chat.say("张三", "看错了")
    assert "误报" not in chat.said()[-1].words
