"""The short test after a training: who is asked, how it goes, and what the trainer hears."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.sign_in import remind
from scheduler.training_clock import examine
from tests.chat import Chat
from tests.services.safety.training.playing import chosen, signed, until, with_questions


@pytest.fixture
def jobs() -> Sequence[Job]:
    return remind, examine


async def take(chat: Chat, *right: bool) -> str:
    """Begin and answer one question after the other; the last face of the card."""
    card = chat.newest_card
    await chat.press("张三", card, "start")
    for each in right:
        face = chat.said()[-1].words
        letter = chosen(face, each)
        shown = chat._cards[-1][2]
        await chat.press("张三", card, next(button.key for button in shown.buttons if button.text == letter))
    return chat.said()[-1].words


async def test_who_was_there_is_asked_when_it_is_over(chat: Chat) -> None:
    await with_questions(chat)
    await signed(chat, "张三")
    await chat.advance(chat.clock.time.replace(hour=15, minute=1))
    assert [line.words for line in chat.said() if line.to == "张三"] == [
        "[卡片] 小测验：消防 3 题，对 80% 算通过，可以考 2 次，3 天内答完。 [开始]"
    ]
    assert "通过了，100 分，已记进你的培训档案。" in await take(chat, True, True, True)
    await chat.play("""
        张三> /我的培训
        机器人> 2026年已学 1 小时，要求 8 小时，还差 7 小时。
        参加过的：
        · 11月27日(周五) 消防，1 小时，到场，考试 100 分通过
    """)


async def test_two_tries_and_then_the_trainer_hears(chat: Chat) -> None:
    await with_questions(chat)
    await signed(chat, "张三", "李四")
    await until(chat, "2026-11-27 14:59")
    await chat.advance(chat.clock.time.replace(hour=15, minute=1))
    chat.said()
    card = next(each for holder, _, each in reversed(chat._cards) if holder == "张三")
    chat._cards.append(("张三", "张三", card))
    assert "这次 66 分，要 80 分。" in await take(chat, True, True, False)
    assert "两次都没到 80 分（最好 66 分）。" in await take(chat, False, False, False)
    await chat.play("""
        ⏰ 2026-11-30 15:30
        机器人→陈安> 培训「消防」（PX-20261122-001）考试：到场 2 人，通过 0 人，没通过 1 人：张三，没考完 1 人：李四。…
    """)


async def test_an_answer_of_an_old_card_changes_nothing(chat: Chat) -> None:
    await with_questions(chat)
    await signed(chat, "张三")
    await chat.advance(chat.clock.time.replace(hour=15, minute=1))
    chat.said()
    card = chat.newest_card
    await chat.press("张三", card, "1-0-0")
    await chat.press("张三", card, "1-0-1")
    assert "这一题已经答过了。" in chat.said()[-1].words
    await chat.press("张三", card, "7-x")
    assert "没看懂这个按钮" in chat.said()[-1].words


async def test_after_three_days_no_answer_counts(chat: Chat) -> None:
    await with_questions(chat)
    await signed(chat, "张三")
    await until(chat, "2026-11-27 15:01")
    card = chat.newest_card
    await until(chat, "2026-11-30 15:01")
    await chat.press("张三", card, "start")
    await chat.press("张三", card, "1-0-0")
    assert "答题时间过了，这次没有记。" in chat.said()[-1].words
    assert not await chat.core.records.trainings.answers("PX-20261122-001")
