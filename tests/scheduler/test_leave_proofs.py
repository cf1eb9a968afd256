"""Who is reminded of what proves his leave: once, in private, when it is late."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.leave_days import move
from scheduler.leave_proofs import remind
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [move, remind]


async def test_once_and_after_it_was_due(chat: Chat) -> None:
    """Three days after Thursday are over with Sunday; it is said on Monday."""
    await chat.play("""
        张三> /请假 病假 11.24-11.26
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        王强> 按 [同意]
        机器人→张三> …
        机器人> …
        ⏰ 2026-11-29 23:00
        ⏰ 2026-11-30 10:00
        机器人→张三> QJ-20261122-001 病假 11月24日(周二)至11月26日(周四)的医院证明还没有交，应当在 11月29日…
        ⏰ 2026-12-20 10:00
    """)


async def test_not_of_what_is_short_or_was_not_agreed_to(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 病假 11.24
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        王强> 按 [同意]
        机器人→张三> …
        机器人> …
        李四> /请假 病假 11.24-11.26
        机器人→王强> …
        机器人> 已提交 QJ-20261122-002：…
        ⏰ 2026-12-20 10:00
    """)
