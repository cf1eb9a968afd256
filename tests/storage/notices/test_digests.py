"""How many notices readers had, and what waits for them: alike on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.storage.notices.digests import DigestTable

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DIGESTS = DigestTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_each_reader_is_counted_by_the_day() -> None:
    await DIGESTS.count(TODAY, ["ann", "ben"], rooms=False)
    await DIGESTS.count(TODAY, ["ann"], rooms=False)
    await DIGESTS.count(TODAY, ["ann"], rooms=True)
    assert await DIGESTS.had(TODAY, ["ann", "ben", "eve"], rooms=False) == {"ann": 2, "ben": 1}
    assert await DIGESTS.had(TODAY, ["ann"], rooms=True) == {"ann": 1}
    assert await DIGESTS.had(TODAY + timedelta(days=1), ["ann"], rooms=False) == {}


async def test_counts_of_old_days_are_forgotten() -> None:
    await DIGESTS.count(TODAY, ["ann"], rooms=False)
    await DIGESTS.forget(TODAY)
    assert await DIGESTS.had(TODAY, ["ann"], rooms=False) == {"ann": 1}
    await DIGESTS.forget(TODAY + timedelta(days=1))
    assert await DIGESTS.had(TODAY, ["ann"], rooms=False) == {}


async def test_it_waits_for_a_reader_once_until_it_is_due() -> None:
    await DIGESTS.hold(7, ["ann", "ben"], NOW, rooms=False)
    await DIGESTS.hold(7, ["ann"], NOW + timedelta(hours=1), rooms=False)
    assert await DIGESTS.due(NOW - timedelta(minutes=1), 10) == []
    held = await DIGESTS.due(NOW, 10)
    assert [(each.posting, each.reader) for each in held] == [(7, "ann"), (7, "ben")]
    assert await DIGESTS.next_due() == NOW
    await DIGESTS.settle(held, "digest#1")
    assert await DIGESTS.due(NOW, 10) == []
    assert [each.about for each in await DIGESTS.of(7)] == ["digest#1", "digest#1"]
    assert await DIGESTS.next_due() is None


async def test_a_reader_is_not_divided_between_two_steps() -> None:
    for posting in (7, 8):
        await DIGESTS.hold(posting, ["ann", "ben"], NOW, rooms=False)
    assert [(each.posting, each.reader) for each in await DIGESTS.due(NOW, 3)] == [(7, "ann"), (8, "ann")]
    assert [each.posting for each in await DIGESTS.due(NOW, 1)] == [7]


async def test_what_waits_for_a_group_is_found_and_called_off() -> None:
    await DIGESTS.hold(7, ["a"], NOW, rooms=True)
    await DIGESTS.hold(8, ["a"], NOW + timedelta(hours=1), rooms=True)
    await DIGESTS.hold(9, ["a"], NOW, rooms=False)
    assert [each.posting for each in await DIGESTS.waiting_in("a", NOW)] == [7]
    await DIGESTS.drop(7)
    assert await DIGESTS.waiting_in("a", NOW) == []
    assert [each.posting for each in await DIGESTS.waiting_in("a", NOW + timedelta(hours=1))] == [8]
