"""A line a day, from its hour on, and no second one after a start anew."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.audit.heads import read_heads
from bot.domain.audit.links import Head
from bot.storage.audit.head_file import HeadFile
from bot.storage.audit.scribe import Scribe
from bot.storage.engine.database import Database
from tests.storage.chained import RING, written

NINE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HEAD = Head(7, "3f" * 32, NINE)


def test_a_line_a_day(tmp_path: Path) -> None:
    file = HeadFile(tmp_path / "heads", 9)
    assert not file.is_due(NINE - timedelta(seconds=1))
    assert file.is_due(NINE)
    file.append(HEAD, NINE)
    later = NINE + timedelta(hours=5)
    assert not file.is_due(later)
    assert not HeadFile(tmp_path / "heads", 9).is_due(later)
    assert HeadFile(tmp_path / "heads", 9).is_due(NINE + timedelta(days=1))


def test_whatever_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "heads"
    for text in ("", "\n", "?\n", "2026-11-21T09:00:00+00:00 1 aa\n"):
        path.write_text(text, encoding="utf-8")
        assert HeadFile(path, 9).is_due(NINE)


async def test_the_scribe_writes_it(database: Database, tmp_path: Path) -> None:
    database.stamp_with(RING)
    path = tmp_path / "heads"
    scribe = Scribe(database, HeadFile(path, 9))
    await written(database, 2)
    for now in (NINE - timedelta(minutes=1), NINE, NINE + timedelta(minutes=1)):
        await scribe.write(now)
    (head,) = read_heads(path.read_text(encoding="ascii")).items()
    assert scribe.chain
    known = await scribe.chain.head()
    assert known
    assert head == (3, known.hash)


async def test_what_cannot_be_written_stops_no_chain(database: Database, tmp_path: Path) -> None:
    database.stamp_with(RING)
    scribe = Scribe(database, HeadFile(tmp_path, 9))
    await written(database, 2)
    await scribe.write(NINE)
    assert scribe.chain
    assert await scribe.chain.head()
