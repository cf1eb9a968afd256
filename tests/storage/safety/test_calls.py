"""Turns of a tree: who was told, whose phone rings, and that nobody is called twice."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.calls.turns import Phone, Turn
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.safety.calls import CallTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
CHEN, WU = UserId("chenan"), UserId("wuguan")

pytestmark = pytest.mark.usefixtures("database")


def by(minutes: int = 0) -> Act:
    return Act("job:call-tree", "call-tree", "定时任务", "test", NOW + timedelta(minutes=minutes))


async def test_a_round_is_read_back_in_its_order(database: Database) -> None:
    table = CallTable()
    first, second = await table.begin("SG-1", 1, [CHEN, WU], by=by())
    assert first == Turn("SG-1", 1, 0, CHEN)
    await table.told(second, by=by(2))
    assert [each.told_at for each in await table.of("SG-1")] == [None, NOW + timedelta(minutes=2)]
    assert [each.position for each in await table.begin("SG-1", 2, [WU], by=by(3))] == [0]
    assert [(each.round, each.user) for each in await table.of("SG-1")] == [(1, CHEN), (1, WU), (2, WU)]
    assert await Trail.filter(subject="accident:SG-1").count() == 3


async def test_a_phone_is_dialled_once(database: Database) -> None:
    table = CallTable()
    [turn] = await table.begin("SG-1", 1, [CHEN], by=by())
    assert not await table.dial(turn)
    await table.want(turn, Phone.WANTED, by=by(1))
    [wanted] = await table.in_state(Phone.WANTED)
    assert await table.dial(wanted)
    assert not await table.dial(wanted)
    [calling] = await table.in_state(Phone.CALLING)
    assert await table.became(calling, Phone.RINGING, call_id="c1", by=by(1))
    assert not await table.became(calling, Phone.UNKNOWN, by=by(1))
    [ringing] = await table.in_state(Phone.RINGING)
    assert (ringing.call_id, ringing.rang_at) == ("c1", NOW + timedelta(minutes=1))


async def test_what_nobody_needs_any_more_is_not_dialled(database: Database) -> None:
    table = CallTable()
    for number, user in (("SG-1", CHEN), ("SG-2", WU)):
        [turn] = await table.begin(number, 1, [user], by=by())
        await table.want(turn, Phone.WANTED, by=by())
    await table.drop("SG-1")
    assert [each.number for each in await table.in_state(Phone.WANTED)] == ["SG-2"]


async def test_calls_that_were_not_made_do_not_count(database: Database) -> None:
    table = CallTable()
    for round_, phone in enumerate([Phone.WANTED, Phone.LIMITED, Phone.REFUSED, Phone.ANSWERED], start=1):
        [turn] = await table.begin("SG-1", round_, [CHEN], by=by())
        await table.want(turn, phone, by=by(round_))
    assert await table.rang_since(CHEN, NOW) == [NOW + timedelta(minutes=1), NOW + timedelta(minutes=4)]
    assert await table.rang_since(CHEN, NOW + timedelta(minutes=1)) == [NOW + timedelta(minutes=4)]
    assert await table.rang_since(WU, NOW) == []


async def test_somebody_joins_a_round_that_has_begun(database: Database) -> None:
    table = CallTable()
    await table.begin("SG-1", 2, [CHEN], by=by())
    added = await table.add("SG-1", 2, [WU], by=by())
    assert [(turn.round, turn.position, turn.user) for turn in added] == [(2, 1, WU)]
    assert [turn.user for turn in await table.of("SG-1")] == [CHEN, WU]
