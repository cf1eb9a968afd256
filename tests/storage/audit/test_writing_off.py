"""A key of the chain is lost: it is put down once, and from then on nothing that it signed changes unseen."""

import pytest

from bot.domain.audit.breaks import Wrong
from bot.domain.audit.links import Keyring
from bot.errors import ConfigError
from bot.storage.audit.chain import Chain
from bot.storage.audit.verifying import verify
from bot.storage.audit.writing_off import write_off
from bot.storage.engine.database import Database
from tests.storage.chained import NOW, RING, linked, unguarded, written

NEW, NEWEST = Keyring([b"n" * 32]), Keyring([b"o" * 32])
WHY = "服务器硬盘坏了，备份里也没有，王强确认"


async def goes_on(database: Database, ring: Keyring, number: int = 2) -> None:
    database.stamp_with(ring)
    await written(database, number, first=100)
    await grown(database, ring)


async def grown(database: Database, ring: Keyring) -> None:
    chain = Chain(database, ring)
    while await chain.grow(NOW):
        pass


async def put_down(database: Database, ring: Keyring = NEW, key: str = RING.name) -> None:
    await write_off(database, ring, key, WHY, NOW)
    await grown(database, ring)


async def test_it_is_said_for_good_and_nothing_else_is_wrong(database: Database) -> None:
    await linked(database, 3)
    await written(database, 1, first=50)  # stamped by the old key, linked by the new one
    await goes_on(database, NEW)
    assert [each.wrong for each in (await verify(database, NEW, {})).breaks] == [Wrong.NO_KEY, Wrong.FOREIGN]
    await put_down(database)
    verdict = await verify(database, NEW, {})
    assert verdict.breaks == []
    (lost,) = verdict.lost
    assert (lost.key, lost.links, lost.first, lost.last) == (RING.name, 5, 1, 5)
    assert WHY in lost.said


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE trail SET action = 'x' WHERE id = 2",
        "UPDATE trail SET actor = 'lisi' WHERE id = 2",
        "UPDATE chain SET prev = signature WHERE seq = 2",
        "UPDATE chain SET signature = prev WHERE seq = 2",
        "DELETE FROM trail WHERE id = 2",
        "DELETE FROM chain WHERE seq = 2",
    ],
)
async def test_what_is_changed_after_that_is_found(database: Database, change: str) -> None:
    await linked(database, 3)
    await goes_on(database, NEW)
    await put_down(database)
    await unguarded(database, change)
    assert (await verify(database, NEW, {})).breaks


async def test_nobody_slips_in_what_only_bears_its_name(database: Database) -> None:
    await linked(database, 3)
    await goes_on(database, NEW)
    await put_down(database)
    copied = "at, actor, action, subject, authority, cause, details, who_salt, whom_salt"
    another = "set_byte(stamp, 35, 0)" if database.postgres else "CAST(substr(stamp, 1, 35) || x'00' AS BLOB)"
    await database.execute(f"INSERT INTO trail ({copied}, stamp) SELECT {copied}, {another} FROM trail WHERE id = 2")  # noqa: S608
    assert (await verify(database, NEW, {})).breaks
    await grown(database, NEW)
    assert Wrong.SINCE_LOST in [each.wrong for each in (await verify(database, NEW, {})).breaks]


async def test_the_new_one_may_be_lost_too(database: Database) -> None:
    await linked(database, 2)
    await goes_on(database, NEW)
    await put_down(database)
    await goes_on(database, NEWEST)
    await put_down(database, NEWEST, NEW.name)
    verdict = await verify(database, NEWEST, {})
    assert verdict.breaks == []
    assert [each.key for each in verdict.lost] == [NEW.name, RING.name]


async def test_only_a_lost_one_once_and_where_nothing_else_is_wrong(database: Database) -> None:
    await linked(database, 3)
    await goes_on(database, NEW)
    for key, why in ((NEW.name, WHY), ("00000000", WHY), (RING.name, "")):
        with pytest.raises(ConfigError):
            await write_off(database, NEW, key, why, NOW)
    await written(database, 1, first=200)
    with pytest.raises(ConfigError, match="等着接上"):
        await write_off(database, NEW, RING.name, WHY, NOW)
    await grown(database, NEW)
    await put_down(database)
    with pytest.raises(ConfigError, match="已经登记"):
        await write_off(database, NEW, RING.name, WHY, NOW)


async def test_what_was_cut_is_not_put_down_with_it(database: Database) -> None:
    await linked(database, 3)
    await goes_on(database, NEW)
    await unguarded(database, "DELETE FROM chain WHERE seq = 2")
    with pytest.raises(ConfigError, match="先查清"):
        await write_off(database, NEW, RING.name, WHY, NOW)
