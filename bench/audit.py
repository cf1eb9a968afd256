"""How many entries a second the trail takes, the chain links and `qunwu verify-audit` reads; and in how much memory.

    python -m bench.audit [ENTRIES]

prints one JSON object a line, on SQLite in a folder of its own; 100,000 entries unless told otherwise. `cpu`: by this
process's own time, since others use the machine too. `mb`: by how much the most memory that it ever had grew meanwhile.
"""

import asyncio
import json
import resource
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.audit.links import Keyring
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.audit.chain import Chain
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade

STEP = 1_000  # entries in a transaction
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


async def figures(entries: int, folder: Path) -> AsyncIterator[Mapping[str, object]]:
    database = await Database.open(f"sqlite://{folder}/bench.sqlite3")
    try:
        await upgrade(database)
        ring = Keyring([b"k" * 32])
        database.stamp_with(ring)
        chain = Chain(database, ring)
        yield await _measured("audit.written", lambda: _write(database, entries))
        yield await _measured("audit.linked", lambda: _link(chain))
        yield await _measured("audit.verified", lambda: _verify(database, ring))
    finally:
        await database.close()


async def _measured(name: str, work: Callable[[], Awaitable[int]]) -> Mapping[str, object]:
    peak, cpu, begun = _peak(), time.process_time(), time.perf_counter()
    number = await work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - begun
    rates = {"value": round(number / wall), "unit": "1/s", "cpu": round(number / cpu)}
    return {"name": name, "entries": number, **rates, "mb": round(_peak() - peak, 1)}


async def _write(database: Database, entries: int) -> int:
    for first in range(0, entries, STEP):
        await database.transact(lambda first=first: _some(first, min(STEP, entries - first)))  # type: ignore[misc]
    return entries


async def _some(first: int, number: int) -> None:
    for each in range(first, first + number):
        act = Act(f"user{each % 997}", "请假", "员工", f"m{each}", NOW)
        await trail.record(act, "leave.asked", f"leave:QJ-{each}", days=1.5, kind="年假")


async def _link(chain: Chain) -> int:
    number = 0
    while some := await chain.grow(NOW):
        number += some
    return number


async def _verify(database: Database, ring: Keyring) -> int:
    verdict = await verify(database, ring, {})
    if verdict.breaks or verdict.waiting:
        raise RuntimeError("what was just written doesn't verify")
    return verdict.links


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def _main(entries: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async for figure in figures(entries, Path(folder)):
            print(json.dumps(figure), flush=True)


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
