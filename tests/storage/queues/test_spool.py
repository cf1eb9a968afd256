"""The spool file: on the disk before it is said, in one order for all processes, and gone without a trace."""

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.storage.engine import codec
from bot.storage.queues import spool as module
from bot.storage.queues.spool import SpoolFile

SECRET = "我家里有急事要请假"


def message(number: int, text: str = "/帮助") -> Incoming:
    return Incoming(f"m{number}", Via.APP, Kind.TEXT, UserId("lisi"), datetime(2026, 11, 22, tzinfo=UTC), text=text)


async def put(spool: SpoolFile, *numbers: int, urgent: bool = False) -> list[bool | None]:
    return list(await spool.put([(message(number), urgent) for number in numbers]))


async def keys(spool: SpoolFile) -> list[str]:
    return [codec.load(each.payload).key for each in await spool.oldest(100)]


def lies_in(folder: Path) -> bool:
    return any(SECRET.encode() in each.read_bytes() for each in folder.iterdir())


async def test_what_one_process_puts_another_sees_in_order(tmp_path: Path) -> None:
    file = tmp_path / "spool.sqlite3"
    one, other = SpoolFile(file), SpoolFile(file)
    assert one.is_empty()
    assert one.possible()
    assert not file.exists()
    assert await one.made()
    assert one.is_empty()
    assert await put(one, 1, 2) == [True, True]
    assert not other.is_empty()
    assert await put(other, 2, 3) == [False, True]
    await put(one, 4, urgent=True)
    assert await keys(one) == ["m4", "m1", "m2", "m3"]
    assert other.holds("m1")
    assert not other.holds("m9")
    assert [(each.queue, each.state, each.number) for each in await other.depths()] == [("spool", "waiting", 4)]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    one.close()
    other.close()


async def test_what_is_moved_leaves_no_trace(tmp_path: Path) -> None:
    file = tmp_path / "spool.sqlite3"
    spool = SpoolFile(file)
    await spool.put([(message(number, SECRET), False) for number in range(50)])
    assert lies_in(tmp_path)
    await spool.drop([each.id for each in await spool.oldest(100)])
    assert not await spool.oldest(1)
    await spool.tidy()
    assert spool.is_empty()
    assert not lies_in(tmp_path)
    assert file.stat().st_size < 10 * module.PAGE
    spool.close()


async def test_numbers_are_never_given_twice() -> None:
    """Else whoever is late to drop what another process moved would drop what came after it."""
    spool = SpoolFile(module.IN_MEMORY)
    await put(spool, 1, 2)
    moved = [each.id for each in await spool.oldest(100)]
    await spool.drop(moved)
    await put(spool, 3)
    await spool.drop(moved)
    assert await keys(spool) == ["m3"]
    spool.close()


async def test_a_full_one_refuses_and_takes_again_when_there_is_room() -> None:
    spool = SpoolFile(module.IN_MEMORY, megabytes=1)
    large = [(replace(message(number, "字" * 10_000), sender=UserId(f"u{number}")), False) for number in range(50)]
    for each in large[:25]:
        await spool.put([each])
    with pytest.raises(sqlite3.Error, match="full"):
        await spool.put(large[25:])
    assert not spool.possible()
    rows = await spool.oldest(100)
    assert len(rows) == 25
    await spool.drop([row.id for row in rows])
    assert await put(spool, 100) == [True]
    spool.close()


async def test_one_sender_has_a_share_of_the_room_and_another_for_a_cry_for_help() -> None:
    spool = SpoolFile(module.IN_MEMORY, megabytes=1)
    large = [(message(number, "字" * 10_000), False) for number in range(3)]
    other = replace(message(9), sender=UserId("wangwu")), False
    assert list(await spool.put([*large, other])) == [True, None, None, True]
    assert list(await spool.put([large[0], large[1]])) == [False, None]  # a copy of what is kept is acknowledged
    assert await put(spool, 5, urgent=True) == [True]
    assert await keys(spool) == ["m5", "m0", "m9"]
    await spool.drop([each.id for each in await spool.oldest(100)])
    assert list(await spool.put([large[1]])) == [None]
    assert not await spool.oldest(1)
    assert list(await spool.put([large[1]])) == [True]
    spool.close()


async def test_what_the_inbox_refuses_is_out_of_the_way_and_counted() -> None:
    spool = SpoolFile(module.IN_MEMORY)
    await put(spool, 1, 2)
    await spool.set_aside((await spool.oldest(1))[0].id, "DataError")
    assert await keys(spool) == ["m2"]
    await spool.drop([2])
    await spool.oldest(1)
    assert spool.is_empty()
    assert [(each.state, each.number) for each in await spool.depths()] == [("parked", 1)]
    [aside] = await spool.aside()
    assert (aside.why, codec.load(aside.payload).key) == ("DataError", "m1")
    spool.close()


async def test_what_was_set_aside_goes_again_when_somebody_says_so(tmp_path: Path) -> None:
    """By another process than the one that looks into the file all the time."""
    file = tmp_path / "spool"
    one, other = SpoolFile(file), SpoolFile(file)
    assert not await one.again(1)
    assert not file.exists()
    await put(one, 1)
    await one.set_aside(1, "DataError")
    await one.oldest(1)
    assert one.is_empty()
    assert [await other.again(number) for number in (1, 1, 2)] == [True, False, False]
    assert not one.is_empty()
    assert await keys(one) == ["m1"]
    one.close()
    other.close()


async def test_nothing_that_is_asked_often_looks_at_every_row(tmp_path: Path) -> None:
    spool = SpoolFile(tmp_path / "spool")
    await put(spool, *range(50))
    with closing(sqlite3.connect(tmp_path / "spool")) as file:
        for sql in (module._OLDEST, module._ANY, *module._DEPTHS.values(), module._ASIDE):
            plan = file.execute(f"EXPLAIN QUERY PLAN {sql}", ("", 200)[: sql.count("?")]).fetchall()
            told = " ".join(step for *_, step in plan)
            assert "SEARCH spool USING" in told, told
            assert ("TEMP B-TREE" in told) == (sql == module._ASIDE), told
    spool.close()


async def test_two_bots_of_one_folder_share_nothing(tmp_path: Path) -> None:
    one, other = (SpoolFile(tmp_path / "spool", bot=name) for name in ("a", "b"))
    await put(one, 1)
    assert other.is_empty()
    assert await put(other, 1) == [True]
    await one.drop([1])
    assert await keys(other) == ["m1"]
    one.close()
    other.close()


async def test_a_key_that_the_inbox_could_not_keep_is_not_taken() -> None:
    spool = SpoolFile(module.IN_MEMORY)
    for key in ("a\0b", "x" * 600):
        with pytest.raises(ValueError, match="key"):
            await spool.put([(Incoming(key, Via.BOT, Kind.TEXT, UserId("lisi"), datetime.now(UTC)), False)])
    spool.close()


async def test_without_a_folder_it_is_not_possible(tmp_path: Path) -> None:
    spool = SpoolFile(tmp_path / "nowhere" / "spool.sqlite3")
    assert not spool.possible()
    assert not await spool.made()
    assert spool.is_empty()
    with pytest.raises(OSError, match="nowhere"):
        await put(spool, 1)
    assert spool.is_empty()


async def test_a_broken_one_holds_up_nobody(tmp_path: Path) -> None:
    (tmp_path / "spool").write_bytes(b"no database" * 1000)
    assert SpoolFile(tmp_path / "spool").is_empty()
