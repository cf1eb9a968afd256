"""Refusals are forgotten after half a year, and the trail says how many."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.refusals import Refusal
from bot.errors import Code
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.models.operating import Trail
from bot.storage.models.talking import RefusalRecord
from scheduler.refusal_retention import KEPT, forget_refusals
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (forget_refusals,)


async def test_what_is_old_is_forgotten(chat: Chat) -> None:
    now = chat.clock.now()
    for at in (now - KEPT - timedelta(days=1), now):
        await chat.core.records.refusals.note(Refusal(at, UserId("zhangsan"), "备份", Code.NO_PERMISSION))
    await chat.play("""
        ⏰ 2026-11-23 12:00
        ⏰ 2026-11-24 12:00
    """)
    assert await RefusalRecord.all().count() == 1
    (entry,) = await Trail.filter(subject="refusals")
    assert entry.details == {"count": 1}
