"""Pushes are paused once, and resumed once: alike on both databases."""

from datetime import UTC, datetime

import pytest

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.records.pushes import PushPause
from bot.storage.notices.pushes import PushTable

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BY = Act("ann", "推送管理", "运营", "test", NOW)
PUSHES = PushTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_paused_and_resumed() -> None:
    assert await PUSHES.paused() is None
    assert await PUSHES.pause(by=BY)
    assert not await PUSHES.pause(by=BY)
    assert await PUSHES.paused() == PushPause(UserId("ann"), NOW)
    assert await PUSHES.resume(by=BY)
    assert not await PUSHES.resume(by=BY)
    assert await PUSHES.paused() is None
