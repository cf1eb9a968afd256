"""Groups to be made: kept, found while they wait, settled once."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.foundings import Founding, FoundingState
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.database import Database
from bot.storage.foundings import FoundingTable

TABLE = FoundingTable()
BY = Act("a", "建群", "员工", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
WANTED = Founding("RQ-1", "E4", "项目C工作群", UserId("a"), (UserId("a"), UserId("b")), ChatId("qw1"))


async def test_from_approval_to_end(database: Database) -> None:
    await database.transact(lambda: TABLE.add(WANTED, by=BY))
    assert await TABLE.to_make() == [WANTED]
    assert await TABLE.named("项目C工作群")
    asked = replace(WANTED, state=FoundingState.ASKED, due_at=datetime(2026, 11, 23, tzinfo=UTC))
    assert await TABLE.save(asked, was=FoundingState.TO_MAKE, by=BY)
    assert not await TABLE.save(asked, was=FoundingState.TO_MAKE, by=BY)
    assert await TABLE.next_due() == asked.due_at
    assert await TABLE.overdue(datetime(2026, 11, 22, tzinfo=UTC)) == []
    assert await TABLE.overdue(datetime(2026, 11, 23, tzinfo=UTC)) == [asked]
    assert (await TABLE.to_make(), await TABLE.get("RQ-1")) == ([], asked)
    failed = replace(asked, state=FoundingState.FAILED, by=UserId("c"))
    assert await TABLE.save(failed, was=FoundingState.ASKED, by=BY)
    assert not await TABLE.named("项目C工作群")
    assert await TABLE.get("RQ-2") is None
