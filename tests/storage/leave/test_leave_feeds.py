"""Addresses of calendars are found by who knows them, until they are replaced or stopped."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.leave.seeing.feeds import Feed, fresh_token
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave_feeds import LeaveFeedTable
from bot.storage.models.leave_feeds import LeaveFeedRecord
from bot.storage.models.operating import Trail

TABLE = LeaveFeedTable()
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
A, B = UserId("a"), UserId("b")
BY = Act(A, "日历订阅", "员工", "test:1", NOW)


async def given(user: UserId = A, team: int | None = None) -> str:
    token = fresh_token()
    await TABLE.issue(token, user, team, by=BY)
    return token


async def test_the_token_is_kept_nowhere(database: Database) -> None:
    token = await given(team=5)
    (row,) = await LeaveFeedRecord.all()
    assert await TABLE.find(token, NOW) == Feed(row.id, A, 5, NOW)
    assert await TABLE.find(fresh_token(), NOW) is None
    assert await TABLE.find(row.digest, NOW) is None
    (entry,) = await Trail.all()
    assert token not in f"{row.digest} {entry.subject} {entry.details}"


async def test_a_new_address_ends_the_one_before_it_and_no_other(database: Database) -> None:
    own, team, others = await given(), await given(team=5), await given(B)
    new = await given()
    assert await TABLE.find(own, NOW) is None
    assert [bool(await TABLE.find(each, NOW)) for each in (new, team, others)] == [True, True, True]
    assert [each.team for each in await TABLE.of(A, NOW)] == [5, None]


async def test_what_is_stopped_stays_so(database: Database) -> None:
    own, others = await given(), await given(B)
    assert await TABLE.stop(A, by=BY) == 1
    assert await TABLE.stop(A, by=BY) == 0
    assert await TABLE.find(own, NOW) is None
    assert await TABLE.find(others, NOW)


async def test_on_postgres_too(postgres: Database) -> None:
    token = await given()
    assert await TABLE.find(token, NOW)
    assert await TABLE.stop(A, by=BY) == 1
