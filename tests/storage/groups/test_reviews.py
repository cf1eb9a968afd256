"""Reviews are kept whole, changed once, and found by their group."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.groups.doubts import DoubtKind
from bot.domain.groups.reviews import Entry, Review, ReviewCause, ReviewState
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.reviews import ReviewTable
from bot.storage.models.operating import Trail

TABLE = ReviewTable()
AT = datetime(2026, 12, 1, 1, 15, tzinfo=UTC)
BY = Act("a", "梳理", "群管理员", "test:1", AT)
PA = GroupId("pa")
ENTRIES = (Entry(1, UserId("b"), doubt=DoubtKind.MOVED, why="现在在财务部"), Entry(1, guest="恒远置业-李总"))
REVIEW = Review("SL-20261201-001", PA, ReviewCause.MONTHLY, AT, AT + timedelta(days=7), ENTRIES, others=8, sent=(1,))


async def test_from_opening_to_end(database: Database) -> None:
    await TABLE.add(REVIEW, by=BY)
    assert await TABLE.get(REVIEW.number) == await TABLE.open_of(PA) == REVIEW
    assert await TABLE.open_ones() == await TABLE.since(AT) == [REVIEW]
    assert await TABLE.since(AT + timedelta(seconds=1)) == []
    over = replace(REVIEW, state=ReviewState.DONE, closed_at=AT)
    assert await TABLE.save(over, change="handed_in", by=BY)
    assert not await TABLE.save(over, change="handed_in", by=BY)
    kept = await TABLE.get(REVIEW.number)
    assert kept == replace(over, version=2)
    assert (await TABLE.open_of(PA), await TABLE.open_ones()) == (None, [])
    assert await Trail.filter(subject=f"review:{REVIEW.number}").count() == 2


async def test_history(database: Database) -> None:
    over = replace(REVIEW, state=ReviewState.DONE, closed_at=AT)
    later = replace(REVIEW, number="SL-20270104-001", opened_at=AT + timedelta(days=34))
    other = replace(over, number="SL-20261201-002", group=GroupId("pb"))
    for each in (over, later, other):
        await TABLE.add(each, by=BY)
    assert await TABLE.of(PA, most=5) == [later, over]
    assert await TABLE.of(PA, most=1) == [later]
    assert await TABLE.of_month("2026-12") == []
    december = replace(other, number="SL-20261201-003", month="2026-12")
    await TABLE.add(december, by=BY)
    assert await TABLE.of_month("2026-12") == [december]


async def test_what_was_told_of_many(database: Database) -> None:
    other = replace(REVIEW, number="SL-20261201-002", group=GroupId("pb"))
    for each in (REVIEW, other):
        await TABLE.add(each, by=BY)
    await TABLE.note_reminded([REVIEW], by=BY)
    await TABLE.note_late([REVIEW, other], AT.date(), by=BY)
    first, second = await TABLE.open_ones()
    assert (first, second) == (replace(REVIEW, reminded=True, told_on=AT.date()), replace(other, told_on=AT.date()))
    assert await TABLE.save(replace(first, reminded=False, told_on=None), change="joined", by=BY)
    assert await TABLE.open_of(PA) == replace(REVIEW, version=2)


async def test_of_two_at_once_one_is_kept(either_database: Database) -> None:
    await either_database.transact(lambda: TABLE.add(REVIEW, by=BY))
    over = replace(REVIEW, reminded=True)
    saved = [await either_database.transact(lambda: TABLE.save(over, change="handed_in", by=BY)) for _ in range(2)]
    assert saved == [True, False]
