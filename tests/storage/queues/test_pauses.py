"""What WeCom shut is known to all processes, and after a restart; no clock that jumps opens it early."""

import asyncio

from bot.storage.engine.database import Database
from bot.storage.queues.pauses import LONGEST, PauseTable, ShutWays


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


async def test_who_watches_sees_since_when_and_by_which_errcode_and_nobodys_conversation(database: Database) -> None:
    pauses, ways = PauseTable(database), ShutWays(database)
    assert await ways.all() == []
    await pauses.shut("message/send", 60, 45009)
    await pauses.shut("app", 50, 60020)
    for chat in ("zhangsan", "wr1"):
        await pauses.shut(f"bot:{chat}", 60, 45009)
    await pauses.shut("user/list@contacts", -1, 45009)  # over
    seen = await ways.all()
    assert [(each.what, each.errcode, each.number, round(each.left)) for each in seen] == [
        ("app", 45009, 1, 60),
        ("bot", 45009, 2, 60),
    ]
    assert all(each.lasted < 5 for each in seen)


async def test_what_is_shut_again_when_it_was_asked_has_been_shut_all_the_time(database: Database) -> None:
    pauses, ways = PauseTable(database), ShutWays(database)
    await pauses.shut("app", 60, 60020)
    await database.execute('UPDATE "pause" SET "since" = "since" - 600000, "until" = "until" - 61000')
    assert await ways.all() == []
    await pauses.shut("app", 60, 45009)
    [again] = await ways.all()
    assert (again.errcode, round(again.lasted / 10)) == (45009, 60)
    await database.execute('UPDATE "pause" SET "until" = "until" - 300000')
    await pauses.shut("app", 60, 45009)
    [anew] = await ways.all()
    assert anew.lasted < 5
    await database.execute('UPDATE "pause" SET "since" = 0')  # as a program writes it that doesn't know
    assert [each.lasted for each in await ways.all()] == [0]


async def test_a_database_that_is_away_leaves_it_shut_here(database: Database) -> None:
    rung: list[bool] = []
    pauses = PauseTable(database, lambda: rung.append(True))
    await database.execute('DROP TABLE "pause"')
    await pauses.shut("app", 60)
    assert pauses.left("app") > 59
    assert rung == [True]
