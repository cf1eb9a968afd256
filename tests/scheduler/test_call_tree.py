"""The tree of calls: one after the other until somebody has it, each step once, and an end that is said."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.company import Company
from bot.domain.leave.requests.request import LeaveState
from bot.domain.safety.accidents.reports import AccidentKind, NoteKind
from bot.domain.safety.calls.rules import CallRules, Link
from bot.domain.safety.rules import Area, SafetyRules
from bot.identifiers import GroupId, TaskId, UserId
from bot.services.safety.calls.tree import JOB
from bot.services.safety.emergencies.advice import advice
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.leave import LeaveRecord
from bot.storage.safety.accidents import AccidentTable
from scheduler.call_tree import go_on
from tests.chat import Chat

NUMBER = "SG-20261122-001"
SHORT = CallRules(chain=(Link.SAFETY, Link.ADMIN, Link.HR), rounds=2, group=GroupId("headquarters"))
ALONE = "通知了 陈安、吴管、李娜、周敏，还没有人确认收到。别等：着火、有人被困打 119，有人受伤打 120，有人行凶打 110"
LOUD = f"{NUMBER} 是一条紧急报告，还没有人确认收到。请负责安全的同事马上看私信；现场有危险的先撤离，打 119 或 120。"


def short(company: Company) -> Company:
    return replace(company, safety=replace(company.safety, calls=SHORT))


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [go_on]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, company=short)
    yield chat
    await chat.close()


async def wait(chat: Chat, minutes: float) -> list[tuple[str | None, str]]:
    """Who is told what in this time; of cards, that it is one."""
    await chat.advance(chat.clock.time + timedelta(minutes=minutes))
    return [(line.to, "card" if line.words.startswith("[卡片]") else line.words) for line in chat.said()]


async def kinds(number: str = NUMBER) -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.by) for note in await AccidentTable().notes(number)]


async def test_it_goes_on_minute_by_minute_and_ends_after_its_rounds(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    assert [line.to for line in chat.said()] == ["陈安", "吴管", None]
    assert await wait(chat, 0.9) == []
    assert await wait(chat, 0.1) == [("李娜", "card")]
    assert await wait(chat, 1) == [("周敏", "card")]
    assert await wait(chat, 1) == [
        ("张三", f"{NUMBER} {ALONE}，再直接打电话找 陈安。5 分钟后我再叫一遍。"),
        ("集团工作群", LOUD),
    ]
    assert await wait(chat, 4.9) == []
    assert await wait(chat, 0.1) == [("陈安", "card"), ("吴管", "card")]
    assert [to for to, _ in await wait(chat, 2)] == ["李娜", "周敏"]
    assert await wait(chat, 1) == [
        ("张三", f"{NUMBER} {ALONE}，再直接打电话找 陈安。我已经叫过几遍，不再叫了，有人确认就告诉你。"),
        ("集团工作群", LOUD),
    ]
    assert await wait(chat, 600) == []
    assert (await kinds())[4] == (NoteKind.NOBODY, "zhangsan")
    await chat.say("李娜", "收到")
    assert [line.to for line in chat.said()] == ["张三", "陈安", "吴管", "周敏", None]


async def test_after_the_first_who_has_it_nobody_else_is_told(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play(f"""
        ⏰ 2026-11-22 10:01
        机器人→李娜> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        李娜> 按 [收到]
        机器人→张三> {NUMBER}：李娜 10:01 已收到。
        机器人→陈安> {NUMBER}：李娜 10:01 已收到。
        机器人→吴管> {NUMBER}：李娜 10:01 已收到。
        机器人> [卡片] 紧急！火灾 {NUMBER} 李娜 10:01 已收到。…
        ⏰ 2026-11-22 20:00
    """)


async def test_who_is_next_may_take_it_before_he_is_asked(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.say("周敏", f"收到 {NUMBER}")
    assert [line.to for line in chat.said()] == ["张三", "陈安", "吴管", None]
    assert await wait(chat, 60) == []


async def test_whoever_cannot_see_to_it_passes_it_on_at_once(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play(f"""
        吴管> 按 [我处理不了]
        机器人> [卡片] 紧急！火灾 {NUMBER} 还没有人收到。…
        ⏰ 2026-11-22 10:00
        机器人→李娜> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
    """)


async def test_whoever_has_it_may_give_it_back(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play(f"""
        陈安> 按 [收到]
        机器人→张三> {NUMBER}：陈安 10:00 已收到。
        机器人→吴管> {NUMBER}：陈安 10:00 已收到。
        机器人> [卡片] 紧急！火灾 {NUMBER} 陈安 10:00 已收到。…
        陈安> 按 [我处理不了]
        机器人→李娜> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        机器人→周敏> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        机器人→张三> {NUMBER} 原来处理的同事处理不了，已转给 李娜、周敏，有人确认收到，我就告诉你。
        机器人> [卡片] 紧急！火灾 {NUMBER} 还没有人收到。…
        ⏰ 2026-11-22 10:01
        机器人→吴管> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
    """)
    assert (await kinds())[2:5] == [
        (NoteKind.TAKEN, "chenan"),
        (NoteKind.PASSED_ON, "chenan"),
        (NoteKind.TOLD, "lina"),
    ]


async def test_who_said_that_he_cannot_comes_last_the_next_time(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.press("陈安", _card(chat, "陈安"), "pass")
    await wait(chat, 3)
    assert [to for to, _ in await wait(chat, 5)][:2] == ["吴管", "李娜"]


async def test_who_left_meanwhile_is_passed_over(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    people = tuple(replace(each, active=each.name != "李娜") for each in chat.company.people)
    chat.core.book._company = replace(chat.company, people=people)
    assert await wait(chat, 1) == [("周敏", "card")]


async def test_after_a_night_without_the_bot_the_next_one_is_told_once(database: Database, chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    await chat.close()
    again = await Chat.open(database, jobs=[go_on], company=short, now=chat.clock.time + timedelta(hours=9))
    assert [to for to, _ in await wait(again, 0)] == ["李娜"]
    assert await wait(again, 0.9) == []
    await again.close()
    third = await Chat.open(database, jobs=[go_on], company=short, now=again.clock.time)
    assert await wait(third, 0) == []
    assert [to for to, _ in await wait(third, 0.1)] == ["周敏"]
    await third.close()


async def test_a_small_one_goes_quietly_from_one_to_the_next_in_working_hours(chat: Chat) -> None:
    """It is Sunday: nobody beside the first is troubled before Monday noon."""
    await chat.say("王强", "/事故 2号线 李师傅手指划伤 已送医")
    assert [line.to for line in chat.said()] == ["陈安", None]
    assert await wait(chat, 60 * 22) == []
    assert chat.clock.time == datetime.fromisoformat("2026-11-23T08:00+08:00")
    assert [to for to, _ in await wait(chat, 60 * 8)] == ["吴管"]
    ends = [line for line in await wait(chat, 60 * 24 * 3) if line[1] != "card"]
    assert ends == [("王强", f"{NUMBER} 通知了 陈安、吴管、李娜、周敏，还没有人确认收到。请直接打电话找 陈安。")]


async def test_who_is_told_days_later_answers_by_a_word_too(chat: Chat) -> None:
    """The card asks for 收到, whenever it comes; and whoever says it too late is told how it stands."""
    await chat.say("王强", "/事故 2号线 李师傅手指划伤 已送医")
    chat.said()
    assert [to for to, _ in await wait(chat, 60 * 28)] == ["吴管"]  # more than a day after it
    await chat.say("吴管", "收到")
    assert chat.said()[-1].words.startswith(f"{NUMBER} 记在你名下了")
    await chat.play(f"""
        陈安> 收到 {NUMBER}
        机器人> {NUMBER}：吴管 14:00 已收到。
    """)


async def test_who_is_on_leave_is_told_later(chat: Chat) -> None:
    row: dict[str, Any] = {"begins": chat.clock.time - timedelta(days=1), "ends": chat.clock.time + timedelta(days=1)}
    row |= {"type": "年假", "shape": "Span", "period": "{}", "amount": 2, "unused": 0, "state": LeaveState.RUNNING}
    row |= {"retro": False, "provisional": False, "version": 1, "reason": "", "submitted_at": chat.clock.time}
    await LeaveRecord.create(number="QJ-1", user="chenan", **row)
    await chat.say("张三", "仓库着火了")
    assert [line.to for line in chat.said()] == ["吴管", "李娜", None]


async def test_a_report_of_the_same_place_opens_again_what_was_closed(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了", room="项目A工作群")
    chat.said()
    await chat.play(f"""
        陈安> 按 [误报]
        机器人> [卡片] 紧急！火灾 {NUMBER} 按误报关闭？请选原因。…
        陈安> 选 [设备误报警] 按 [关闭]
        机器人→张三> {NUMBER} 已按误报关闭（设备误报警）。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人→吴管> {NUMBER} 已按误报关闭（设备误报警）。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人→项目A工作群> {NUMBER} 已按误报关闭。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人> [卡片] 紧急！火灾 {NUMBER} 陈安 10:00 按误报关闭了。…
        ⏰ 2026-11-22 10:05
        李四> 仓库真的着火了
        机器人→陈安> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        机器人→吴管> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        机器人→陈安> {NUMBER} 生产部 李四也报告了：仓库真的着火了
        机器人→吴管> {NUMBER} 生产部 李四也报告了：仓库真的着火了
        机器人> {advice(AccidentKind.FIRE)}
        {NUMBER} 刚才按误报关闭过，现在重新打开，正在通知陈安、吴管。
        ⏰ 2026-11-22 10:06
        机器人→李娜> [卡片] 紧急！火灾 {NUMBER}…
    """)


async def test_another_voice_begins_anew_what_has_ended(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    await wait(chat, 8)
    await chat.say("李四", "仓库着火了")  # so that it is still the same accident when all have been told twice
    assert [line.to for line in chat.said()] == ["陈安", "吴管", "李娜", "周敏", None]
    await wait(chat, 4)
    await chat.say("李四", "仓库火越来越大了")
    told = [line.to for line in chat.said() if line.words.startswith("[卡片]")]
    assert told == ["陈安", "吴管"]
    assert [to for to, _ in await wait(chat, 1)] == ["李娜"]


async def test_who_opens_it_again_has_it(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    await chat.press("陈安", _card(chat, "陈安"), "false-why", selected={"why": ("slip",)})
    chat.said()
    await chat.play(f"""
        陈安> 按 [重新打开]
        机器人→张三> {NUMBER} 没有关闭：陈安 重新打开了，由他处理。有危险先撤离，打 119 或 120。
        机器人→吴管> {NUMBER} 没有关闭：陈安 重新打开了，由他处理。有危险先撤离，打 119 或 120。
        机器人> [卡片] 紧急！火灾 {NUMBER} 陈安 10:00 已收到。…
        ⏰ 2026-11-22 20:00
    """)


def test_its_timers_are_its_own() -> None:
    assert go_on.name == JOB


def _card(chat: Chat, name: str) -> TaskId:
    chat.said()
    return [card.task_id for holder, _, card in chat._cards if holder == name and card.task_id][-1]


async def test_whose_place_it_is_hears_of_it_once_the_place_is_known(database: Database) -> None:
    area = Area("3号车间", responsible=UserId("wangqiang"))
    rules = SafetyRules((area,), calls=CallRules(chain=(Link.SAFETY, Link.AREA), rounds=1))
    chat = await Chat.open(database, jobs=[go_on], company=lambda each: replace(each, safety=rules))
    await chat.say("王芳", "有人晕倒了！快来人")
    first = {line.to for line in chat.said()}
    assert "王强" not in first
    await chat.say("王芳", "在3号车间")
    said = {line.to: line.words for line in chat.said()}
    assert said["王强"].startswith(f"[卡片] 紧急！其他 {NUMBER} 有人晕倒了！快来人 地点：3号车间")
    assert [line for line in await wait(chat, 20) if line[0] == "王强"] == []
    await chat.close()
