"""The roster as it is kept, on either kind of database."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.upkeep.duty import DutyTurn, Post
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.upkeep.duty_roster import DutyRosterTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("chenan", "排值班", "安全管理员", "m1", NOW)
DAY = date(2026, 11, 23)
A, B = UserId("a"), UserId("b")
ROSTER = DutyRosterTable()


async def kept() -> list[DutyTurn]:
    return list(await ROSTER.between(DAY, DAY + timedelta(days=9)))


async def test_who_is_entered_replaces_who_was(database: Database) -> None:
    async def work() -> None:
        await ROSTER.enter(Post.SAFETY, [DAY, DAY + timedelta(days=1)], [A], by=BY)
        await ROSTER.enter(Post.GENERAL, [DAY], [A], by=BY)
        await ROSTER.enter(Post.SAFETY, [DAY], [B, B], by=BY)

    await database.transact(work)
    assert await kept() == [
        DutyTurn(Post.GENERAL, DAY, A),
        DutyTurn(Post.SAFETY, DAY, B),
        DutyTurn(Post.SAFETY, DAY + timedelta(days=1), A),
    ]


async def test_handed_over_once(database: Database) -> None:
    async def work() -> list[bool]:
        await ROSTER.enter(Post.SAFETY, [DAY], [A, B], by=BY)
        return [await ROSTER.hand_over(Post.SAFETY, DAY, A, B, by=BY) for _ in range(2)]

    assert await database.transact(work) == [True, False]
    assert await kept() == [DutyTurn(Post.SAFETY, DAY, B)]
