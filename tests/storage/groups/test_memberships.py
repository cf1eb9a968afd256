"""Who is in groups, on both databases."""

from datetime import UTC, datetime

from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.groups import GroupTable
from bot.storage.groups.memberships import Members, members_of

BY = Act("zhengqun", "test", "管理员", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
A, B, EMPTY = GroupId("a"), GroupId("b"), GroupId("empty")
ZHANG, LI, CHEN = UserId("zhangsan"), UserId("lisi"), UserId("david.chen@x-1")


async def test_each_group_has_its_own_and_the_exempt_are_known(database: Database) -> None:
    table = GroupTable()
    await table.join(A, [ZHANG, CHEN], cause="RQ-1", by=BY)
    await table.join(A, [LI], cause="RQ-2", exempt=True, by=BY)
    await table.join(B, [LI], cause="RQ-3", by=BY)
    assert await members_of([A, B, EMPTY]) == {
        A: Members(frozenset({ZHANG, CHEN, LI}), frozenset({LI})),
        B: Members(frozenset({LI})),
    }
    assert (await members_of([B])).keys() == {B}
    assert await members_of([]) == {}
