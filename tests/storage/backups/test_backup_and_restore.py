"""Backups of a database of either kind, restored into one of either kind: every row, and what is counted on."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.storage.backups.chest import Chest, ChestError
from bot.storage.backups.files import StillRunningError
from bot.storage.backups.filling import NotEmptyError
from bot.storage.backups.keys import encoded, own_keys
from bot.storage.backups.reading import Content, pages_of
from bot.storage.backups.restoring import OlderBackupError, Opening, Restored, _mark_replayed, restore
from bot.storage.backups.writing import UnkeptError, back_up
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.privacy.shared_key import kept_keys
from bot.storage.queues.inbox import InboxTable
from bot.storage.schema.upgrading import upgrade
from bot.storage.schema.versions import newest
from tests.in_memory import in_memory
from tests.postgres import Emptied, fresh
from tests.storage.backups.filled import fill

KEY = b"k" * 32
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("qunwu restore", "restore", "运维", "restore", NOW)


PAIRS = [
    ("sqlite", "sqlite"),
    *(pytest.param(*pair, marks=pytest.mark.postgres) for pair in [("sqlite", "pg"), ("pg", "sqlite"), ("pg", "pg")]),
]


@asynccontextmanager
async def place(kind: str, request: pytest.FixtureRequest, path: Path) -> AsyncIterator[str]:
    if kind == "sqlite":
        yield f"sqlite://{path}"
        return
    emptied: Emptied = request.getfixturevalue("emptied")
    async with emptied.one() as url:
        yield url


async def opened(url: str) -> Database:
    database = await Database.open(url)
    await upgrade(database)
    return database


async def backed_up(url: str, path: Path, *, filled: bool = False, keys: dict[str, str] | None = None) -> None:
    database = await opened(url)
    if filled:
        await fill(database)
    await back_up(database, url, path, KEY, keys or {}, at=NOW)
    await database.close()


def everything(path: Path) -> tuple[dict[str, list[Any]], Content]:
    content = Content()
    rows = dict[str, list[Any]]()
    for page in pages_of(path, KEY, content):
        rows.setdefault(page.table.name, []).extend(page.values)
    return rows, content


async def restored(path: Path, url: str, *, replaces: bool = False) -> Restored:
    return await restore(Opening(path, [b"x" * 32, KEY]), url, replaces=replaces, by=BY)


@pytest.mark.parametrize(("source", "target"), PAIRS)
async def test_all_of_one_is_in_the_other(
    source: str, target: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    async with place(source, request, tmp_path / "a.sqlite3") as url:
        await backed_up(url, first, filled=True)
    async with place(target, request, tmp_path / "b.sqlite3") as url:
        found = await restored(first, url)
        await backed_up(url, second)
    before, counted = everything(first)
    after, counted_later = everything(second)
    (noted,) = after["trail"][2:]
    del after["trail"][2:]
    *after["job"], until = after["job"]
    assert until == ["restored", "2026-11-22 02:00:00+00:00"]  # what was due by then may have been said
    assert after == before
    assert "trail:database.restored" not in noted
    assert (found.taken_at, found.unsure, found.rows) == (NOW, 0, sum(counted.rows.values()))
    assert counted_later.counters["trail"] == counted.counters["trail"] + 1
    assert counted_later.counters["inbox"] == counted.counters["inbox"] >= 2


@pytest.mark.parametrize(("source", "target"), PAIRS[:2])
async def test_nothing_is_overwritten_unless_told(
    source: str, target: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    backup, file = tmp_path / "backup", tmp_path / "b.sqlite3"
    async with place(source, request, tmp_path / "a.sqlite3") as url:
        await backed_up(url, backup, filled=True)
    async with place(target, request, file) as url:
        await backed_up(url, tmp_path / "other", filled=True)
        with pytest.raises(NotEmptyError):
            await restored(backup, url)
        found = await restored(backup, url, replaces=True)
    assert found.rows > 200
    if target == "sqlite":
        assert found.aside == tmp_path / "b.sqlite3.before-20261122-020000"
        await backed_up(f"sqlite://{found.aside}", tmp_path / "third")
        assert everything(tmp_path / "third")[0] == everything(tmp_path / "other")[0]


async def test_what_fails_at_its_end_changes_nothing(tmp_path: Path) -> None:
    backup, file = tmp_path / "backup", tmp_path / "b.sqlite3"
    await backed_up(f"sqlite://{tmp_path / 'a.sqlite3'}", backup, filled=True)
    await backed_up(f"sqlite://{file}", tmp_path / "other", filled=True)
    there = _names(tmp_path)
    backup.write_bytes(backup.read_bytes()[:-1])
    with pytest.raises(ChestError):
        await restored(backup, f"sqlite://{file}", replaces=True)
    assert _names(tmp_path) == there


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


async def test_the_bot_still_runs(tmp_path: Path) -> None:
    backup, url = tmp_path / "backup", f"sqlite://{tmp_path / 'a.sqlite3'}"
    await backed_up(url, backup)
    running = await opened(url)
    await running.fetch("SELECT 1 AS one FROM outbox")
    with pytest.raises(StillRunningError):
        await restored(backup, url, replaces=True)
    await running.close()


async def test_it_is_of_one_instant_while_others_write(tmp_path: Path) -> None:
    """What is written in the midst of it isn't there, not even in tables that come later."""
    url, path = f"sqlite://{tmp_path / 'a.sqlite3'}", tmp_path / "backup"
    database = await opened(url)
    await fill(database)

    async def write() -> int:
        number = 100
        while not making.done():
            number += 1
            await database.transact(partial(_insert, database, number))
        return number - 100

    making = asyncio.create_task(back_up(database, url, path, KEY, {}, at=NOW))
    written = await write()
    await making
    await database.close()
    rows, _ = everything(path)
    assert written
    assert len(rows["inbox"]) == len(rows["peer"])


async def _insert(database: Database, number: int) -> None:
    await database.execute(
        "INSERT INTO inbox (key, sender, urgent, state, received_at, retry_at, attempts, payload)"
        " VALUES (?1, 'a', 0, 'done', 1, 0, 0, '')",
        f"k{number}",
    )
    await database.execute(
        "INSERT INTO peer (peer, first_heard) VALUES (?1, '2026-11-22 02:00:00+00:00')", f"p{number}"
    )


async def test_what_was_about_to_be_sent_is_of_unknown_outcome(tmp_path: Path) -> None:
    source, target = f"sqlite://{tmp_path / 'a.sqlite3'}", f"sqlite://{tmp_path / 'b.sqlite3'}"
    database = await opened(source)
    await fill(database, rows=3)
    await database.execute("UPDATE outbox SET state = 'waiting', owner = 7 WHERE id < 3")
    await back_up(database, source, tmp_path / "backup", KEY, {}, at=NOW)
    await database.close()
    assert (await restored(tmp_path / "backup", target)).unsure == 2
    database = await opened(target)
    rows = await database.fetch("SELECT state, owner, claimed_at FROM outbox ORDER BY id")
    await database.close()
    unsure = {"state": "sending", "owner": None, "claimed_at": int(NOW.timestamp() * 1000)}
    assert [dict(row) for row in rows[:2]] == [unsure, unsure]
    assert rows[2]["state"] == "done"


async def test_what_was_about_to_be_answered_may_have_been(tmp_path: Path) -> None:
    source, target = f"sqlite://{tmp_path / 'a.sqlite3'}", f"sqlite://{tmp_path / 'b.sqlite3'}"
    database = await opened(source)
    for key in ("done", "waits", "odd"):
        message = Incoming(key, Via.APP, Kind.TEXT, UserId("zhangsan"), NOW, text="/帮助")
        await InboxTable(database).store([(message, False)])
    await database.execute("UPDATE inbox SET state = 'done' WHERE key = 'done'")
    await database.execute("UPDATE inbox SET payload = 'of another version' WHERE key = 'odd'")
    await back_up(database, source, tmp_path / "backup", KEY, {}, at=NOW)
    await database.close()
    assert (await restored(tmp_path / "backup", target)).unsure == 1
    database = await opened(target)
    rows = await database.fetch("SELECT payload FROM inbox ORDER BY id")
    await database.close()
    assert ["replayed" in row["payload"] and codec.load(row["payload"]).replayed for row in rows] == [
        False,
        True,
        False,
    ]


async def test_messages_are_marked_many_at_a_time_and_are_else_what_they_were(database: Database) -> None:
    table, keys = InboxTable(database), ["done", "a", "odd", "b", "c"]
    text = '/帮助 "甲" \\ 😀 \n'
    await table.store([(Incoming(key, Via.APP, Kind.TEXT, UserId("zhangsan"), NOW, text=text), False) for key in keys])
    await database.execute("UPDATE inbox SET state = 'done' WHERE key = 'done'")
    await database.execute("UPDATE inbox SET payload = 'of another version' WHERE key = 'odd'")
    assert await _mark_replayed(database, at_once=2) == 3
    rows = {row["key"]: row["payload"] for row in await database.fetch("SELECT key, payload FROM inbox ORDER BY id")}
    assert rows.pop("odd") == "of another version"
    said = {key: codec.load(payload) for key, payload in rows.items()}
    assert {key: each.replayed for key, each in said.items()} == {"done": False, "a": True, "b": True, "c": True}
    assert {(each.text, each.sender) for each in said.values()} == {(text, "zhangsan")}


def older(path: Path, *, version: int) -> None:
    """A backup as a program wrote it that knew less: of two tables of the first version."""
    lines: list[Any] = [
        {"keys": {}},
        {"table": "leaver", "columns": ["user", "since", "forgotten"], "kinds": ["text", "time", "flag"]},
        ["he", "2026-11-01T02:00:00+00:00", True],
        {"table": "private_message", "columns": ["cause", "at", "user"], "kinds": ["text", "time", "text"]},
        ["c1", "2026-11-01T02:00:00+00:00", "he"],
        {"end": {"rows": {"leaver": 1, "private_message": 1}, "counters": {}}},
    ]
    with Chest(path, KEY, {"taken_at": NOW.isoformat(), "schema": version}) as chest:
        chest.put(b"".join(json.dumps(line).encode() + b"\n" for line in lines))


@pytest.mark.parametrize("target", ["sqlite", pytest.param("pg", marks=pytest.mark.postgres)])
async def test_one_of_an_older_version_is_brought_to_this_one(
    target: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    older(tmp_path / "backup", version=1)
    if target == "sqlite":
        await look_at_older(tmp_path / "backup", f"sqlite://{tmp_path / 'b.sqlite3'}")
        return
    async with fresh(request.getfixturevalue("postgres_server")) as url:
        await look_at_older(tmp_path / "backup", url)
        with pytest.raises(OlderBackupError):
            await restored(tmp_path / "backup", url, replaces=True)


async def look_at_older(backup: Path, url: str) -> None:
    assert (await restored(backup, url)).rows == 2
    database = await opened(url)
    (leaver,) = await database.fetch('SELECT "user", forgotten, erased, looked_at FROM leaver')
    (message,) = await database.fetch('SELECT id, cause, "user" FROM private_message')
    await database.close()
    assert leaver == {"user": "he", "forgotten": True, "erased": False, "looked_at": None}
    assert message == {"id": 1, "cause": "c1", "user": "he"}


async def test_one_of_a_newer_version_is_for_a_newer_program(tmp_path: Path) -> None:
    older(tmp_path / "backup", version=newest(postgres=False) + 1)
    with pytest.raises(ChestError, match="换成新的程序"):
        await restored(tmp_path / "backup", f"sqlite://{tmp_path / 'b.sqlite3'}")
    assert _names(tmp_path) == ["backup"]


async def test_keys_that_the_bot_made_go_along(tmp_path: Path) -> None:
    keys = {"seal": encoded(b"s" * 32), "audit": encoded(b"a" * 32)}
    await backed_up(f"sqlite://{tmp_path / 'a.sqlite3'}", tmp_path / "backup", keys=keys)
    await restored(tmp_path / "backup", f"sqlite://{tmp_path / 'b.sqlite3'}")
    assert own_keys(f"sqlite://{tmp_path / 'b.sqlite3'}") == keys
    assert (tmp_path / "b.sqlite3.audit.key").stat().st_mode & 0o077 == 0


@pytest.mark.postgres
async def test_on_postgres_the_seal_lies_in_the_database(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    keys = {"seal": encoded(b"s" * 32), "audit": encoded(b"a" * 32)}
    await backed_up(f"sqlite://{tmp_path / 'a.sqlite3'}", tmp_path / "backup", keys=keys)
    async with place("pg", request, tmp_path) as url:
        assert (await restored(tmp_path / "backup", url)).homeless == ["audit"]
        database = await opened(url)
        assert list(await kept_keys(database)) == [b"s" * 32]
        await database.close()


async def test_a_database_in_memory_has_nothing_to_keep(tmp_path: Path) -> None:
    database = await in_memory()
    with pytest.raises(UnkeptError):
        await back_up(database, "sqlite://:memory:", tmp_path / "backup", KEY, {}, at=NOW)
    await database.close()
