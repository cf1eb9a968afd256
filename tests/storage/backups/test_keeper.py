"""The lane that makes backups: what is wanted is made, copied and rehearsed, what fails is said, what is old goes."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.upkeep.backups import Backup, BackupRules, BackupState
from bot.shapes.act import Act
from bot.storage.backups.keeper import NEWS, Keeper, Places
from bot.storage.backups.table import BackupTable
from bot.storage.engine.database import Database
from bot.storage.queues.jobs import JobTable
from bot.storage.schema.upgrading import upgrade

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("wuguan", "备份", "企业微信管理员", "m1", NOW)
KEY = b"k" * 32


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite://{tmp_path / 'qunwu.sqlite3'}")
    await upgrade(database)
    await JobTable().plan_at_latest({NEWS: NOW + timedelta(days=1)})
    yield database
    await database.close()


def places(tmp_path: Path, folder: Path | None = None, copy_to: Path | None = None) -> Places:
    return Places(f"sqlite://{tmp_path / 'qunwu.sqlite3'}", [KEY], folder, copy_to)


async def want(database: Database, number: str, *, rehearse: bool = False) -> None:
    await database.transact(lambda: BackupTable().want(Backup(number, NOW, None, rehearse), by=BY))


async def ended(database: Database) -> Backup:
    (backup,) = await BackupTable().untold()
    assert (await JobTable().due_times())[NEWS] == NOW
    return backup


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_made_copied_and_rehearsed(database: Database, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    await want(database, "BF-1", rehearse=True)
    await Keeper(database, places(tmp_path, copy_to=tmp_path / "copies"), BackupRules()).work(NOW)
    backup = await ended(database)
    assert (backup.state, backup.copied, backup.restored_at, backup.problem) == (BackupState.MADE, True, NOW, "")
    assert backup.rows > 1
    first, second = tmp_path / "backups" / backup.file, tmp_path / "copies" / backup.file
    assert first.read_bytes() == second.read_bytes()
    assert len(first.read_bytes()) == backup.size
    assert [each.stat().st_mode & 0o077 for each in (first.parent, first, second)] == [0, 0, 0]


async def test_nowhere_to_copy_to(database: Database, tmp_path: Path) -> None:
    await want(database, "BF-1")
    await Keeper(database, places(tmp_path, copy_to=tmp_path / "missing"), BackupRules()).work(NOW)
    backup = await ended(database)
    assert (backup.state, backup.copied) == (BackupState.MADE, False)
    assert backup.problem.startswith(f"没能复制到 {tmp_path / 'missing'}：")


async def test_nowhere_to_write(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    await want(database, "BF-1")
    await Keeper(database, places(tmp_path, folder=tmp_path / "file"), BackupRules()).work(NOW)
    assert (await ended(database)).problem.startswith("写不进去：")


async def test_nothing_is_configured(database: Database) -> None:
    await want(database, "BF-1")
    await Keeper(database, Places("postgres://a/b", [KEY], None), BackupRules()).work(NOW)
    assert (await ended(database)).problem == "[backup] folder：没有填放备份的文件夹"


async def test_what_was_under_way_when_the_program_stopped_is_made_anew(database: Database, tmp_path: Path) -> None:
    await want(database, "BF-1")
    task = asyncio.create_task(Keeper(database, places(tmp_path), BackupRules()).work(NOW))
    await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.wait([task])
    await Keeper(database, places(tmp_path), BackupRules()).work(NOW)
    assert (await ended(database)).state is BackupState.MADE
    assert [each.suffix for each in files(tmp_path / "backups")] == [".qunwu"]


async def test_the_old_ones_go(database: Database, tmp_path: Path) -> None:
    keeper = Keeper(database, places(tmp_path), BackupRules(days=2, weeks=0))
    for day in range(4):
        await want(database, f"BF-{day}")
        await keeper.work(NOW + timedelta(days=day))
    assert [each.number for each in await BackupTable().all()] == ["BF-3", "BF-2"]
    assert len(files(tmp_path / "backups")) == 2


async def test_who_has_not_the_lease_makes_none(database: Database, tmp_path: Path) -> None:
    class Others:
        def held(self) -> bool:
            return False

    await want(database, "BF-1")
    await Keeper(database, places(tmp_path), BackupRules(), lease=Others()).work(NOW)
    assert not (tmp_path / "backups").exists()
