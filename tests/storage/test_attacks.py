"""Whoever owns the tables and not the key: whatever he does to the trail is found, on both databases."""

from collections.abc import Sequence
from contextlib import suppress

import pytest

from bot.domain.audit.breaks import Wrong
from bot.domain.audit.links import Keyring
from bot.storage.audit.chain import Chain
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from tests.storage.chained import NOW, RING, linked, unguarded, written

# Six entries of somebody, and that of the key in the place 7; an entry's id is its place here.
COLUMNS = "at, actor, action, subject, authority, cause, details"
COPY = f"INSERT INTO trail ({COLUMNS}, who_salt, whom_salt, stamp) SELECT {COLUMNS}, who_salt, whom_salt"
SWAPPED = (
    "UPDATE chain SET seq = -3 WHERE seq = 3",
    "UPDATE chain SET seq = 3 WHERE seq = 4",
    "UPDATE chain SET seq = 4 WHERE seq = -3",
)
LINKED_AGAIN = (
    "INSERT INTO chain (seq, entry, at, who, whom, prev, signature) SELECT 8, 8, at, who, whom, signature, signature"
    " FROM chain WHERE seq = 7"
)


ATTACKS: Sequence[tuple[Sequence[str], int, Wrong]] = (
    (["UPDATE trail SET actor = 'lisi' WHERE id = 4"], 4, Wrong.CHANGED),
    (["UPDATE trail SET cause = 'm2' WHERE id = 4"], 4, Wrong.CHANGED),
    (["UPDATE trail SET subject = 'leave:QJ-9' WHERE id = 4"], 4, Wrong.CHANGED),
    (["UPDATE trail SET details = '{}' WHERE id = 4"], 4, Wrong.CHANGED),
    (["UPDATE trail SET action = '请假:leave.agreed' WHERE id = 4"], 4, Wrong.FORGED),
    (["UPDATE trail SET authority = '人力资源' WHERE id = 4"], 4, Wrong.FORGED),
    (["UPDATE trail SET at = '2026-11-21 02:00:00+00:00' WHERE id = 4"], 4, Wrong.FORGED),
    (["UPDATE trail SET stamp = NULL WHERE id = 4"], 4, Wrong.FORGED),
    (["UPDATE trail SET id = 40 WHERE id = 4"], 4, Wrong.MISSING),
    (["DELETE FROM trail WHERE id = 4"], 4, Wrong.MISSING),
    (["DELETE FROM trail WHERE id = 4", "DELETE FROM chain WHERE seq = 4"], 5, Wrong.CUT),
    (["DELETE FROM chain WHERE seq < 3", "DELETE FROM trail WHERE id < 3"], 3, Wrong.CUT),
    (["DELETE FROM chain WHERE seq = 4", "UPDATE chain SET seq = 4 WHERE seq = 7"], 4, Wrong.MOVED),
    (["UPDATE chain SET at = at + 1 WHERE seq = 4"], 4, Wrong.FORGED),
    (["UPDATE chain SET prev = who WHERE seq = 4"], 4, Wrong.MOVED),
    (["UPDATE chain SET who = whom WHERE seq = 4"], 4, Wrong.CHANGED),
    (["UPDATE chain SET entry = 50 WHERE seq = 4"], 4, Wrong.MISSING),
    (SWAPPED, 3, Wrong.MOVED),
    (["UPDATE trail SET actor = '', cause = '', who_salt = NULL WHERE id = 4"], 4, Wrong.EMPTIED),
    (["UPDATE trail SET subject = '', details = '{}', whom_salt = NULL WHERE id = 4"], 4, Wrong.EMPTIED),
)


class TakenBackError(Exception):
    """Ends a transaction without effect."""


async def test_what_was_linked_is_what_it_was(database: Database) -> None:
    """Each in a transaction of its own, which is taken back."""
    await linked(database, 6)
    found: list[tuple[Sequence[str], int | None, Wrong]] = []

    async def work() -> None:
        await unguarded(database, *attack)
        first = (await verify(database, RING, {})).breaks[0]
        found.append((attack, first.seq, first.wrong))
        raise TakenBackError

    for each in ATTACKS:
        attack = each[0]
        with suppress(TakenBackError):
            await database.transact(work)
    assert found == list(ATTACKS)
    assert (await verify(database, RING, {})).breaks == []


@pytest.mark.parametrize("does_run", [True, False], ids=["a running bot", "a bot that was stopped"])
async def test_what_is_put_in_is_no_entry_of_ours(database: Database, does_run: bool) -> None:
    """By an INSERT that no guard refuses: of another's making, with a stamp of another entry, or a copy."""
    chain = await linked(database, 6)
    for stamp in ("NULL", "who_salt", "stamp"):
        await database.execute(f"{COPY}, {stamp} FROM trail WHERE id = 3")
    if does_run:
        assert await chain.grow(NOW) == 3
    found = (await verify(database, RING, {})).breaks
    assert [(each.entry, each.wrong) for each in found] == [(8, Wrong.FOREIGN), (9, Wrong.FOREIGN), (10, Wrong.COPIED)]
    assert [each.seq for each in found] == ([8, 9, None] if does_run else [None] * 3)


async def test_a_link_of_ones_own_making(database: Database) -> None:
    await linked(database, 6)
    await database.execute(f"{COPY}, stamp FROM trail WHERE id = 3")
    await database.execute(LINKED_AGAIN)
    assert (await verify(database, RING, {})).breaks[0].seq == 8


async def test_a_key_of_ones_own(database: Database) -> None:
    """Who writes the whole chain anew has another key; it is not among ours."""
    await linked(database, 6)
    await unguarded(database, "DELETE FROM chain")
    theirs = Chain(database, Keyring([b"x" * 32]))
    while await theirs.grow(NOW):
        pass
    assert {each.wrong for each in (await verify(database, RING, {})).breaks} >= {Wrong.NO_KEY}


async def test_the_end_is_cut(database: Database) -> None:
    """Nothing in the database shows it: a head that lies elsewhere does."""
    chain = await linked(database, 6)
    head = await chain.head()
    assert head
    known = {head.seq: head.hash[:32]}
    assert (await verify(database, RING, known)).anchors == 1
    await unguarded(database, "DELETE FROM chain WHERE seq > 5", "DELETE FROM trail WHERE id > 5")
    assert (await verify(database, RING, {})).breaks == []
    (found,) = (await verify(database, RING, known)).breaks
    assert (found.wrong, found.seq) == (Wrong.TAIL, 7)


async def test_the_end_is_cut_and_written_anew(database: Database) -> None:
    chain = await linked(database, 6)
    head = await chain.head()
    assert head
    await unguarded(database, "DELETE FROM chain WHERE seq > 5", "DELETE FROM trail WHERE id > 5")
    await written(database, 4, first=9)
    await Chain(database, RING).grow(NOW)
    (found,) = (await verify(database, RING, {head.seq: head.hash})).breaks
    assert (found.wrong, found.seq) == (Wrong.REWRITTEN, 7)


async def test_all_of_it_is_gone(database: Database) -> None:
    await linked(database, 6)
    await unguarded(database, "DELETE FROM chain", "DELETE FROM trail")
    assert [each.wrong for each in (await verify(database, RING, {7: "00"})).breaks] == [Wrong.TAIL]


async def test_rubbish_is_found_and_breaks_nothing(database: Database) -> None:
    """SQLite lets anything into any column."""
    if database.postgres:
        return
    await linked(database, 6)
    await unguarded(
        database,
        "UPDATE trail SET at = 'never' WHERE id = 2",
        "UPDATE trail SET details = '[' WHERE id = 3",
        "UPDATE trail SET who_salt = 7 WHERE id = 4",
        "UPDATE chain SET signature = 'x' WHERE seq = 5",
        "UPDATE chain SET at = 'x' WHERE seq = 7",
    )
    places = {each.seq for each in (await verify(database, RING, {})).breaks}
    assert places >= {2, 3, 4, 5, 7}
