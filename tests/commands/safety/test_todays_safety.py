from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.safety.library.reading import shipped
from bot.shapes.job import Job
from bot.storage.models.safety_calendar import QuizAnswerRecord, SafetyShownRecord
from scheduler.safety_calendar import say_what_is_due
from tests.chat import Chat

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (say_what_is_due,)


async def asked(chat: Chat) -> str:
    """The letter of the right answer of 张三's question today."""
    row = await SafetyShownRecord.filter(reader=f"user:{chat.user('张三')}").order_by("-id").first()
    assert row
    assert row.topic
    return shipped()[row.topic].quiz.letter


async def test_the_same_all_day_and_another_one_tomorrow(chat: Chat) -> None:
    await chat.say("张三", "/今日安全")
    first, card = chat.said()
    assert first.to == "张三"
    assert card.words.startswith("[卡片] 今天的安全题")
    await chat.say("张三", "今天的安全知识")
    assert chat.said()[0].words == first.words
    await chat.advance(datetime(2026, 11, 23, 9, tzinfo=ZONE))
    chat.said()
    await chat.say("张三", "/今日安全")
    assert chat.said()[0].words != first.words


async def test_the_first_answer_counts_and_the_why_is_said(chat: Chat) -> None:
    await chat.say("张三", "/今日安全")
    chat.said()
    right = await asked(chat)
    wrong = "B" if right == "A" else "A"
    card = chat.newest_card
    await chat.press("张三", card, wrong)
    (said,) = chat.said()
    assert f"选 {wrong}，不对，是 {right}" in said.words
    assert "来源：" in said.words
    await chat.press("张三", card, right)
    assert "第一次答的算数" in chat.said()[0].words
    assert [row.right for row in await QuizAnswerRecord.all()] == [False]


async def test_who_likes_it_gets_one_each_working_day_until_he_has_enough(chat: Chat) -> None:
    await chat.say("张三", "/今日安全")
    chat.said()
    await chat.press("张三", chat.newest_card, "A")
    assert chat.said()[0].words.endswith("[每天给我一题]")
    await chat.play("""
        张三> 按 [每天给我一题]
        机器人> [卡片] 每日一题 好，每个工作日中午发你一题。不想要了，按题后面的「不再每天发」。
    """)
    for day in (23, 24):
        await chat.advance(datetime(2026, 11, day, 12, 10, tzinfo=ZONE))
        mine = [line for line in chat.said() if line.to == "张三"]
        assert [line.words[:12] for line in mine] == ["[卡片] 今天的安全题 "]
        await chat.press("张三", chat.newest_card, "A")
        (judged,) = chat.said()
    assert "连着答了 3 个工作日" in judged.words
    await chat.play("""
        张三> 按 [不再每天发]
        机器人> [卡片] 每日一题 好，不再每天发了。想做题，发 /今日安全。
    """)
    await chat.advance(datetime(2026, 11, 25, 12, 30, tzinfo=ZONE))
    assert not [line for line in chat.said() if line.to == "张三"]


async def test_in_a_group_the_question_comes_in_private(chat: Chat) -> None:
    await chat.say("张三", "/今日安全", room="项目A工作群")
    card, text = chat.said()
    assert text.room == "项目A工作群"
    assert (card.room, card.to) == (None, "张三")
