"""What the law wants gone goes, and the chain still holds; on both databases."""

from bot.domain.audit.breaks import Wrong
from bot.domain.audit.erasing import Half
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from bot.storage.privacy.erasing import erase, naming
from tests.storage.chained import NOW, RING, linked, unguarded, written

LAW = "个人信息保护法第四十七条"
BY = Act("job:audit", "audit", "定时任务", "job:audit:1", NOW)


async def erased(database: Database, user: str) -> int:
    """How many entries."""
    found = [each for each in await naming(UserId(user)) if each.linked]
    ids = {half: [each.entry for each in found if each.half is half] for half in Half}
    await database.transact(lambda: erase(ids, LAW, by=BY))
    return len({each.entry for each in found})


async def test_a_person_goes_and_the_chain_holds(database: Database) -> None:
    chain = await linked(database, 2)
    hr = Act("lina", "请假原因", "人力资源", "m9", NOW)
    await trail.record(hr, "data.viewed", "person:zhangsan", what="REASON")
    await trail.record(hr, "group.added", "group:pa", people=["wangqiang", "zhangsan"])
    await chain.grow(NOW)
    assert await erased(database, "zhangsan") == 4
    await chain.grow(NOW)
    rows = await database.fetch("SELECT * FROM trail WHERE subject <> 'audit' ORDER BY id")
    assert "zhangsan" not in str(rows)
    assert [row["actor"] for row in rows] == ["", "", "lina", "lina"]
    assert [row["action"] for row in rows][-2:] == ["请假原因:data.viewed", "请假原因:group.added"]
    verdict = await verify(database, RING, {})
    assert (verdict.links, verdict.erased, verdict.breaks) == (6, 4, [])


async def test_what_was_erased_is_not_written_anew(database: Database) -> None:
    chain = await linked(database, 1)
    assert await erased(database, "zhangsan") == 1
    await chain.grow(NOW)
    await unguarded(database, "UPDATE trail SET actor = 'lisi' WHERE id = 1")
    (found,) = (await verify(database, RING, {})).breaks
    assert (found.wrong, found.seq) == (Wrong.CHANGED, 1)


async def test_nobody_else_can_say_that_it_was_the_law(database: Database) -> None:
    """The guard lets a row be emptied; without the key nobody can write the entry that explains it."""
    chain = await linked(database, 2)
    await database.execute("UPDATE trail SET actor = '', cause = '', who_salt = NULL WHERE id = 2")
    database.stamp_with(None)
    await trail.record(BY, "trail.erased", "audit", who=[[2, 2]], whom=[], why=LAW, signature="00" * 36)
    await chain.grow(NOW)
    wrong = [each.wrong for each in (await verify(database, RING, {})).breaks]
    assert wrong == [Wrong.EMPTIED, Wrong.FOREIGN]


async def test_what_is_not_linked_yet_stays(database: Database) -> None:
    await linked(database, 0)
    await written(database, 1)
    assert await erased(database, "zhangsan") == 0
    assert (await verify(database, RING, {})).breaks == []


async def test_the_entry_that_says_so_stays(database: Database) -> None:
    chain = await linked(database, 1)
    await database.transact(lambda: erase({Half.WHO: [1]}, "zhangsan", by=BY))
    await chain.grow(NOW)
    assert await erased(database, "job:audit") == 0
    assert (await verify(database, RING, {})).breaks == []


async def test_many_at_once(database: Database) -> None:
    chain = await linked(database, 1_200)
    while await chain.grow(NOW):
        pass
    assert await erased(database, "zhangsan") == 1_200
    (said,) = await database.fetch("SELECT details FROM trail WHERE action = 'audit:trail.erased'")
    assert len(str(said["details"])) < 400
    while await chain.grow(NOW):
        pass
    assert (await verify(database, RING, {})).erased == 1_200


async def test_nobody_else_goes_with_him(database: Database) -> None:
    """A userid may hold `_`, and look like a key of the details or like a part of another's."""
    chain = await linked(database, 0)
    hr = Act("lina", "请假原因", "人力资源", "m9", NOW)
    await trail.record(hr, "data.viewed", "person:zhangXsan", what="REASON", who=["zhang-san"])
    await trail.record(hr, "data.viewed", "person:xzhang_san", zhang_san="lisi")
    await trail.record(hr, "data.viewed", "person:zhang_san")
    await trail.record(hr, "case.opened", "case:CF-1", judges={"first": ["zhang_san"]})
    await chain.grow(NOW)
    assert [each.subject for each in await naming(UserId("zhang_san"))] == ["person:zhang_san", "case:CF-1"]
