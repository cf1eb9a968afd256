"""Who held which role is kept, on both databases."""

from datetime import UTC, datetime

from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.people import RoleHolderRecord
from bot.storage.people.role_holders import RoleHolderTable

WANG, LI = UserId("wang"), UserId("li")
BY = Act("job:role-changes", "role-changes", "", "test", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))


async def test_the_last_look_counts(database: Database) -> None:
    table = RoleHolderTable()
    assert await table.known() == {}
    await table.keep({Role.HR: {WANG, LI}, Role.OPS: {LI}}, by=BY)
    await table.keep({Role.HR: {LI}}, by=BY)
    assert await table.known() == {Role.HR: frozenset({LI})}


async def test_a_role_of_another_version_is_left_out(database: Database) -> None:
    await RoleHolderRecord.create(role="king", user_id=WANG)
    assert await RoleHolderTable().known() == {}
