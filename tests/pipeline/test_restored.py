"""Backups taken while everybody writes, and restored: each is of one moment, and nobody is told twice afterwards."""

import asyncio
import base64
import os
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from bench.postgres import database
from tests.nursery import born
from tests.pipeline.accounts import Answers, listed, wrong
from tests.pipeline.callers import key_of
from tests.pipeline.processes import until
from tests.pipeline.three import Cluster, cluster

BACKUPS, MANY = 2, int(os.environ.get("BACKUPS", "20"))
BETWEEN: Final = 0.7  # seconds, at most
FILE: Final = "bot.sqlite3"
_OPEN: Final = (
    "SELECT 1 FROM inbox WHERE state = 'waiting' UNION ALL SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending')"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """`acknowledged`: before it was begun."""

    path: Path
    acknowledged: frozenset[int]
    seconds: float


def qunwu(three: Cluster, *call: str, url: str | None = None) -> None:
    here = three.here
    told = {"QUNWU_BACKUP__SECRET": base64.b64encode(b"k" * 32).decode()}
    told |= {"QUNWU_DATABASE__URL": url} if url else {}
    log = here.folder / f"{call[0]}.log"
    process = born((*call, "--config", str(here.folder / "bot.toml")), log, told)
    process.join()
    assert process.exitcode == 0, log.read_text(encoding="utf-8")


async def taken(three: Cluster, number: int) -> Taken:
    path, acknowledged, began = three.here.folder / f"{number}.qunwu", frozenset(three.caller.acknowledged), time.time()
    await asyncio.to_thread(qunwu, three, "backup", str(path), url=three.here.postgres)
    return Taken(path, acknowledged, time.time() - began)


def elsewhere(three: Cluster, backup: Taken) -> Path:
    """A folder with that one in a SQLite database, whatever it was taken from."""
    folder = three.here.folder / f"restored-{backup.path.stem}"
    folder.mkdir()
    qunwu(three, "restore", str(backup.path), url=f"sqlite:///{folder / FILE}")
    return folder / FILE


def wrong_in(file: Path, backup: Taken) -> dict[str, object]:
    """Empty where all that was acknowledged is there, and what was worked on has what came of it, once."""
    with closing(sqlite3.connect(file)) as database:
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        stored = dict(database.execute("SELECT key, state FROM inbox"))
        said = Counter(cause for (cause,) in database.execute("SELECT cause FROM outbox"))
    done = {key for key, state in stored.items() if state == "done"}
    found = {
        "broken": whole != "ok" and whole,
        "lost": [number for number in backup.acknowledged if key_of(number) not in stored],
        "done and not said": [key for key in done if not said[key]],
        "said and not done": [key for key in said if key.startswith("app:") and key not in done],
        "said twice": [key for key, times in said.items() if key.startswith("app:") and times > 1],
    }
    return {name: rows for name, rows in found.items() if rows}


async def lived_on_from(three: Cluster, backup: Taken) -> dict[str, object]:
    """Instead of the life that there was. Empty where nobody was told twice, and all that it knew is told or listed."""
    here, url = three.here, three.here.postgres or f"sqlite:///{three.here.folder / FILE}"
    for port in three.ports:
        here.kill_bot(port)
    if here.postgres:
        await asyncio.sleep(6)  # until it is clear that they are dead
    await asyncio.to_thread(qunwu, three, "restore", str(backup.path), "--replace", url=url)
    for port in three.ports:
        here.start_bot(port)
        await three.ready(port)
    await asyncio.to_thread(until, lambda: not here.rows(_OPEN))
    answers = Answers(here)
    await asyncio.to_thread(answers.look)
    told = Counter(number for _, number in answers.read)
    found = {
        "told twice": [number for number, times in told.items() if times > 1],
        "neither told nor listed": sorted(backup.acknowledged - set(told) - await asyncio.to_thread(listed, here)),
    }
    return {name: numbers for name, numbers in found.items() if numbers}


async def nothing_wrong(folder: Path, shared: str | None, backups: int) -> None:
    async with cluster(folder, shared, processes=3 if shared else 1) as three:
        writing, all_taken = asyncio.create_task(three.write()), []
        for number in range(backups):
            await asyncio.sleep(three.chance.uniform(0.1, BETWEEN))
            all_taken.append(await taken(three, number))
        three.over = True
        await writing
        assert await asyncio.to_thread(wrong, three.here, len(three.caller.asked)) == {}
        found, took = {}, []
        for each in all_taken:
            began = time.time()
            file = await asyncio.to_thread(elsewhere, three, each)
            took.append(time.time() - began)
            if bad := wrong_in(file, each):
                found[each.path.stem] = bad
        sys.stderr.write(
            f"{len(three.caller.asked)} messages, {three.caller.copies} copies; {backups} backups, the slowest"
            f" {max(each.seconds for each in all_taken):.1f} s, restored within {max(took):.1f} s\n"
        )
        assert found == {}
        assert await lived_on_from(three, all_taken[len(all_taken) // 2]) == {}


async def test_backups_of_one_process(tmp_path: Path) -> None:
    await nothing_wrong(tmp_path, None, BACKUPS)


@pytest.mark.soak
async def test_many_backups_of_one_process(tmp_path: Path) -> None:
    await nothing_wrong(tmp_path, None, MANY)


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


@pytest.mark.postgres
@pytest.mark.soak
async def test_many_backups_of_three_processes(tmp_path: Path, shared: str) -> None:
    await nothing_wrong(tmp_path, shared, MANY)
