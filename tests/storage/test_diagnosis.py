"""The doctor's questions to the database."""

from pathlib import Path

import pytest

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.storage.database import Database
from bot.storage.diagnosis import Diagnosis, sqlite_path
from bot.storage.inbox import InboxTable
from bot.storage.times import from_ms


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite://bot.sqlite3", Path("bot.sqlite3")),
        ("sqlite:////var/bot.sqlite3", Path("/var/bot.sqlite3")),
        ("sqlite://:memory:", None),
        ("postgres://bot:x@host/bot", None),
    ],
)
def test_sqlite_path(url: str, expected: Path | None) -> None:
    assert sqlite_path(url) == expected


async def test_a_schema_that_lags_behind(database: Database) -> None:
    diagnosis = Diagnosis(database)
    assert await diagnosis.missing() == ([], [])
    await database.execute("DROP TABLE peer")
    await database.execute("ALTER TABLE job RENAME COLUMN due_at TO due")
    assert await diagnosis.missing() == (["peer"], ["job.due_at"])


async def test_writing_is_tried_and_taken_back(database: Database) -> None:
    await Diagnosis(database).written()
    await database.execute("DROP TABLE job")
    with pytest.raises(Exception, match=r"no such table|does not exist"):
        await Diagnosis(database).written()


async def test_strangers_and_what_was_sent(database: Database) -> None:
    message = Incoming("bot:1", Via.BOT, Kind.OTHER, UserId("guest"), from_ms(0))
    await InboxTable(database).store([(message, False)])
    assert await Diagnosis(database).strangers() == ["guest"]
    await database.execute("INSERT INTO ledger (route, at, outbox_id, digest) VALUES ('app:guest', 5, 1, '')")
    assert await Diagnosis(database).sent(5) == {"app:guest": 1}
    assert await Diagnosis(database).sent(6) == {}
    assert await Diagnosis(database).directory() == ((), [])


@pytest.mark.postgres
async def test_the_same_on_postgres(postgres: Database) -> None:
    diagnosis = Diagnosis(postgres)
    await diagnosis.reached()
    await diagnosis.written()
    assert diagnosis.postgres
    assert await diagnosis.missing() == ([], [])
    await postgres.execute("ALTER TABLE job RENAME COLUMN due_at TO due")
    assert await diagnosis.missing() == ([], ["job.due_at"])
    assert (await diagnosis.strangers(), await diagnosis.sent(0), await diagnosis.depths()) == ([], {}, [])
