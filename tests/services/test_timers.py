"""Each case's timers ring together and once; one case that fails is tried again and holds up no other."""

from collections.abc import Sequence
from datetime import time, timedelta

import pytest

from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.timers import call_off, ring, ring_together, set_timers
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, Job
from bot.shapes.outgoing import Text, ToPerson
from tests.chat import Chat

JOB, TOGETHER = "test-clock", "test-clock-together"
CHEN = ToPerson(UserId("chenan"))


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    ctx.tell(CHEN, Text(f"{subject} {'、'.join(timer.kind for timer in timers)}"))
    if subject == "bad":
        raise ValueError
    if subject == "moved":
        await set_timers(ctx, JOB, subject, {"30": ctx.now + timedelta(hours=1)})


async def answer_all(ctx: JobContext, cases: Sequence[Sequence[Timer]]) -> None:
    for timers in cases:
        await answer(ctx, timers[0].subject, timers)


@pytest.fixture
def jobs() -> Sequence[Job]:
    async def run(ctx: JobContext, _: None) -> None:
        await ring(ctx, JOB, answer)

    async def together(ctx: JobContext, _: None) -> None:
        await ring_together(ctx, TOGETHER, answer_all)

    return [
        Job(name, Daily(time(3, 0)), work, timedelta(days=3650)) for name, work in ((JOB, run), (TOGETHER, together))
    ]


def desk(chat: Chat) -> JobContext:
    now = chat.clock.now()
    by = Act("test", "test", "测试", "test", now)
    return JobContext(now, now, chat.company, chat.core.records, by, lambda *_: None)


async def later(chat: Chat, subject: str, job: str = JOB, **minutes: int) -> None:
    due = {kind.removeprefix("at"): chat.clock.now() + timedelta(minutes=wait) for kind, wait in minutes.items()}
    await set_timers(desk(chat), job, subject, due)


async def test_each_rings_at_its_minute(chat: Chat) -> None:
    await later(chat, "SG-1", at30=30, at45=45)
    await later(chat, "SG-2", at30=31)
    await chat.play("""
        ⏰ 2026-11-22 10:29
        ⏰ 2026-11-22 10:30
        机器人→陈安> SG-1 30
        ⏰ 2026-11-22 10:44
        机器人→陈安> SG-2 30
        ⏰ 2026-11-22 12:00
        机器人→陈安> SG-1 45
        ⏰ 2026-11-23 12:00
    """)


async def test_what_was_missed_of_one_case_is_said_once(chat: Chat) -> None:
    await later(chat, "SG-1", at30=30, at45=45, at55=55)
    chat.clock.time += timedelta(minutes=50)
    await chat.play("""
        ⏰ 2026-11-22 10:50
        机器人→陈安> SG-1 30、45
        ⏰ 2026-11-22 10:55
        机器人→陈安> SG-1 55
    """)


async def test_what_is_called_off_does_not_ring(chat: Chat) -> None:
    await later(chat, "SG-1", at30=30, at45=45)
    await call_off(desk(chat), JOB, "SG-1", ["30"])
    await chat.play("""
        ⏰ 2026-11-22 10:44
        ⏰ 2026-11-22 10:45
        机器人→陈安> SG-1 45
    """)


async def test_one_that_fails_says_nothing_and_holds_up_nobody(chat: Chat) -> None:
    await later(chat, "bad", at30=30)
    await later(chat, "SG-1", at30=30)
    await chat.play("""
        ⏰ 2026-11-22 10:30
        机器人→陈安> SG-1 30
        ⏰ 2026-11-22 10:35
    """)
    assert await chat.core.records.timers.next_due(JOB) == chat.clock.now() + timedelta(minutes=1)


async def test_one_that_is_moved_meanwhile_rings_at_its_new_time_alone(chat: Chat) -> None:
    await later(chat, "moved", at30=30)
    await chat.play("""
        ⏰ 2026-11-22 10:35
    """)
    waiting = await chat.core.records.timers.of(JOB, "moved")
    assert [timer.waits for timer in waiting] == [True]


async def test_of_many_that_are_answered_together_one_that_fails_holds_up_nobody(chat: Chat) -> None:
    for subject in ("SG-1", "bad", "SG-2"):
        await later(chat, subject, TOGETHER, at30=30)
    await chat.play("""
        ⏰ 2026-11-22 10:30
        机器人→陈安> SG-1 30
        机器人→陈安> SG-2 30
        ⏰ 2026-11-22 10:35
    """)
    assert await chat.core.records.timers.next_due(TOGETHER) == chat.clock.now() + timedelta(minutes=1)
