"""The trail tells whether something was changed since somebody looked."""

from datetime import UTC, datetime

from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.database import Database

ACT = Act("zhangsan", "入群", "员工", "m1", datetime(2026, 11, 22, tzinfo=UTC))


async def test_a_subject_is_as_new_as_its_last_change(database: Database) -> None:
    assert await trail.latest("directory") == 0
    await trail.record(ACT, "directory.replaced", "directory")
    first = await trail.latest("directory")
    await trail.record(ACT, "identity.learnt", "identities")
    assert await trail.latest("directory") == first > 0
    await trail.record(ACT, "directory.replaced", "directory")
    assert await trail.latest("directory") > first
