"""What WeCom shut is known to all processes, and after a restart; no clock that jumps opens it early."""

import asyncio

from bot.storage.engine.database import Database
from bot.storage.queues.pauses import LONGEST, PauseTable


async def test_others_learn_how_long_it_lasts(database: Database) -> None:
    one, other = PauseTable(database), PauseTable(database)
    await one.shut("app", 60)
    assert other.left("app") == 0
    await other.read()
    assert (59 < one.left("app") <= 60, 59 < other.left("app") <= 60) == (True, True)
    assert other.left("webhook:executives") == 0


async def test_read_again_and_again_it_lasts_no_longer(database: Database) -> None:
    pauses = PauseTable(database)
    await database.execute(
        'INSERT INTO "pause" ("name", "until") VALUES (\'app\', 9999999999999)'
    )  # the clock was ahead
    await pauses.read()
    left = pauses.left("app")
    await asyncio.sleep(0.01)
    await pauses.read()
    assert pauses.left("app") < left <= LONGEST


async def test_a_database_that_is_away_leaves_it_shut_here(database: Database) -> None:
    rung: list[bool] = []
    pauses = PauseTable(database, lambda: rung.append(True))
    await database.execute('DROP TABLE "pause"')
    await pauses.shut("app", 60)
    assert pauses.left("app") > 59
    assert rung == [True]
