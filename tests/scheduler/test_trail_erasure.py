"""Who left long ago is erased from the trail, and the chain over it still holds; what is held or young stays."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.audit import trail
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from bot.storage.models.matters import HoldRecord
from bot.storage.models.retention import LeaverRecord
from bot.storage.privacy.erasing import naming
from scheduler.trail_erasure import erase_leavers
from tests.chat import Chat
from tests.storage.chained import RING

LONG_AGO = datetime(2023, 6, 1, tzinfo=UTC)


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [erase_leavers]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    database.stamp_with(RING)
    chat = await Chat.open(database, jobs=jobs)
    yield chat
    await chat.close()


async def left(*users: str) -> None:
    """With two entries each that he made, and one about him; all else was forgotten."""
    for user in users:
        await LeaverRecord.create(user=user, since=LONG_AGO, forgotten=True)
        for number in ("QJ-1", "QJ-2"):
            await trail.record(Act(user, "请假", "员工", "m1", LONG_AGO), "leave.asked", f"leave:{number}")
        await trail.record(Act("lina", "请假原因", "人力资源", "m2", LONG_AGO), "data.viewed", f"person:{user}")


async def pass_by(chat: Chat, after: timedelta) -> None:
    await chat.core.link()
    chat.clock.time += after
    await chat.core.settle()
    await chat.core.link()


async def test_who_left_is_not_named_any_more(chat: Chat) -> None:
    await left("gone1", "gone2", "gone3", "gone4")
    await pass_by(chat, timedelta(days=1))
    await pass_by(chat, timedelta(minutes=2))
    for user in ("gone1", "gone2", "gone3", "gone4"):
        assert await naming(UserId(user)) == []
    assert await LeaverRecord.filter(erased=True).count() == 4
    verdict = await verify(chat.core.database, RING, {})
    assert (verdict.erased, verdict.breaks) == (12, [])


async def test_what_is_held_stays_until_it_is_not(chat: Chat) -> None:
    await left("gone1")
    await HoldRecord.create(subject="QJ-2", number="YJ-1", since=LONG_AGO)
    await pass_by(chat, timedelta(days=1))
    assert [each.subject for each in await naming(UserId("gone1"))] == ["leave:QJ-2"]
    await HoldRecord.all().update(subject="gone1")
    await pass_by(chat, timedelta(days=1))
    assert len(await naming(UserId("gone1"))) == 1
    await HoldRecord.all().update(released_at=LONG_AGO)
    await pass_by(chat, timedelta(days=1))
    assert await naming(UserId("gone1")) == []


async def test_half_a_year_is_kept_of_everybody(chat: Chat) -> None:
    await left("gone1")
    now = chat.clock.now()
    await trail.record(Act("lina", "请假原因", "人力资源", "m2", now), "data.viewed", "person:gone1")
    await pass_by(chat, timedelta(days=180))
    assert len(await naming(UserId("gone1"))) == 1
    await pass_by(chat, timedelta(days=6))
    assert await naming(UserId("gone1")) == []
    assert (await verify(chat.core.database, RING, {})).breaks == []


async def test_without_a_key_nothing_goes(chat: Chat) -> None:
    """Nobody could tell it from what somebody else emptied."""
    chat.core.database.stamp_with(None)
    await left("gone1")
    await pass_by(chat, timedelta(days=1))
    assert len(await naming(UserId("gone1"))) == 3
