"""Each night leaves a certificate on the trail, nothing deleted or not."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.operating import Trail
from scheduler.retention_certificate import certify
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [certify]


async def test_one_a_night(chat: Chat) -> None:
    await chat.play("⏰ 2026-11-24 06:00")
    assert await Trail.filter(action__endswith="retention.certified").count() == 2
