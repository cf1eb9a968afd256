"""What is looked for in the trail is found, and the look is an entry; on both databases."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.audit.queries import Query
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.audit.audit import AuditTable
from bot.storage.engine.database import Database
from tests.storage.chained import ACT, NOW, linked

BY = Act("wuguan", "审计", "信息安全", "m9", NOW)


async def found(query: Query) -> list[tuple[str, str, int | None]]:
    rows = await AuditTable().search(query, NOW.tzinfo, most=10, by=BY)
    return [(each.actor, each.subject, each.link) for each in rows if each.change != "audit.viewed"]


async def test_by_each_and_by_several(database: Database) -> None:
    await linked(database, 2)
    later = replace(ACT, actor="lisi", action="警告", at=NOW + timedelta(days=1))
    await trail.record(later, "case.opened", "person:zhangsan")
    warned = ("lisi", "person:zhangsan", None)
    asked = [("zhangsan", "leave:QJ-1", 2), ("zhangsan", "leave:QJ-0", 1)]
    zhang = UserId("zhangsan")
    assert await found(Query(user=zhang)) == [warned, *asked]
    assert await found(Query(number="QJ-1")) == asked[:1]
    assert await found(Query(command="警告")) == [warned]
    assert await found(Query(user=zhang, begins=NOW, ends=NOW + timedelta(hours=1))) == asked
    assert await found(Query(number="%")) == []


async def test_whom_it_was_about_is_found_wherever_it_stands(database: Database) -> None:
    judges = replace(ACT, actor="lisi", action="申诉")
    await trail.record(judges, "appeal.filed", "case:WG-1", judges=["wangqiang", "zhou_min"])
    await trail.record(judges, "case.imposed", "case:WG-2", target="zhouXmin")
    assert [subject for _, subject, _ in await found(Query(user=UserId("zhou_min")))] == ["case:WG-1"]


async def test_the_look_is_written_down(database: Database) -> None:
    await AuditTable().search(Query(number="QJ-1"), NOW.tzinfo, most=10, by=BY)
    _, entry = await AuditTable().search(Query(command="审计"), NOW.tzinfo, most=10, by=BY)
    assert (entry.actor, entry.details) == ("wuguan", {"number": "QJ-1"})


async def test_the_head(database: Database) -> None:
    assert await AuditTable().head() is None
    chain = await linked(database, 2)
    assert await AuditTable().head() == await chain.head()
