"""A chain over a trail, and somebody who owns its tables."""

from datetime import UTC, datetime

from bot.domain.audit.links import Keyring
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.audit.chain import Chain
from bot.storage.engine.database import Database

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ACT = Act("zhangsan", "请假", "员工", "m1", NOW)
RING = Keyring([b"k" * 32])
GUARDS = {"trail": ("trail_stays", "trail_is_kept"), "chain": ("chain_stays", "chain_is_kept")}


async def written(database: Database, number: int, *, first: int = 0) -> None:
    async def work() -> None:
        for each in range(first, first + number):
            await trail.record(ACT, "leave.asked", f"leave:QJ-{each}", days=1.5, hours=8.0, big=1e16, who=["李四", 1])

    await database.transact(work)


async def linked(database: Database, number: int) -> Chain:
    """With the one that says from when on there is a key."""
    database.stamp_with(RING)
    chain = Chain(database, RING)
    await written(database, number)
    while await chain.grow(NOW):
        pass
    return chain


async def unguarded(database: Database, *statements: str) -> None:
    """As somebody who owns the tables takes the guards away."""
    for table, guards in GUARDS.items():
        for guard in guards:
            await database.execute(f"DROP TRIGGER IF EXISTS {guard}{f' ON {table}' if database.postgres else ''}")
    for statement in statements:
        assert await database.execute(statement)
