"""A moment is found among rows that are numbered as they come, gaps and all; on both databases."""

import pytest

from bot.storage.engine.database import Database
from bot.storage.engine.places import first_at
from bot.storage.models.pipeline import Inbox


@pytest.mark.parametrize(
    ("moment", "key"), [(0, "10"), (10, "10"), (11, "20"), (20, "20"), (25, "30"), (40, "40"), (41, "none")]
)
async def test_the_first_row_at_or_after(database: Database, moment: int, key: str) -> None:
    for at in (10, 15, 20, 20, 30, 35, 40):
        await Inbox.create(key=f"{at}-{await Inbox.all().count()}", sender="x", received_at=at, payload="{}")
    await Inbox.filter(received_at__in=(15, 35)).delete()
    first = await first_at(Inbox, "received_at", moment)
    row = await Inbox.filter(id__gte=first).order_by("id").first()
    assert (row.key.partition("-")[0] if row else "none") == key


async def test_of_nothing(database: Database) -> None:
    assert await first_at(Inbox, "received_at", 5) == 1
