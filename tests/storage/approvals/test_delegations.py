"""Delegations are kept, found while they last, and change once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.approvals.delegations import Delegation, DelegationState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.approvals.delegations import DelegationTable
from bot.storage.engine.database import Database

TABLE = DelegationTable()
BY = Act("a", "委托", "员工", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
WANTED = Delegation(UserId("a"), UserId("b"), date(2026, 11, 23), date(2026, 11, 27))


async def test_from_the_offer_to_the_end(database: Database) -> None:
    offered = await database.transact(lambda: TABLE.add(WANTED, by=BY))
    assert await TABLE.live(date(2026, 11, 27)) == [offered]
    assert await TABLE.live(date(2026, 11, 28)) == []
    assert await TABLE.change(offered, DelegationState.ACCEPTED, by=BY)
    assert not await TABLE.change(offered, DelegationState.DECLINED, by=BY)
    accepted = await TABLE.get(offered.id)
    assert accepted
    assert accepted.state is DelegationState.ACCEPTED
    assert await TABLE.change(accepted, DelegationState.ENDED, by=BY)
    assert await TABLE.live(date(2026, 11, 23)) == []
    assert await TABLE.get(999) is None


async def test_when_somebody_was_asked_last(database: Database) -> None:
    assert await TABLE.asked_at(WANTED.principal, WANTED.deputy) is None
    first = await TABLE.add(WANTED, by=BY)
    await TABLE.change(first, DelegationState.ENDED, by=BY)
    assert await TABLE.asked_at(WANTED.principal, WANTED.deputy) == BY.at
    later = replace(BY, at=BY.at + timedelta(hours=1))
    await TABLE.add(WANTED, by=later)
    assert await TABLE.asked_at(WANTED.principal, WANTED.deputy) == later.at
    assert await TABLE.asked_at(WANTED.deputy, WANTED.principal) is None
