"""The doctor's questions to the database."""

import time
from pathlib import Path

import pytest

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.lease import CONNECTION
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import Diagnosis, sqlite_path
from bot.storage.engine.times import from_ms
from bot.storage.queues.inbox import InboxTable


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


async def test_who_has_the_lease(database: Database) -> None:
    """Nobody, somebody that lives, and somebody that has not been heard of for long."""
    diagnosis = Diagnosis(database)
    assert not await diagnosis.held(CONNECTION)
    now = int(time.time() * 1000)
    await database.execute("INSERT INTO process (id, seen_at) VALUES (7, ?1)", now)
    await database.execute("INSERT INTO lease (name, holder) VALUES (?1, 7)", CONNECTION)
    assert await diagnosis.held(CONNECTION) is database.postgres
    await database.execute("UPDATE process SET seen_at = ?1", now - 60_000)
    assert not await diagnosis.held(CONNECTION)


async def test_tables_can_be_made(database: Database) -> None:
    assert await Diagnosis(database).may_create()
