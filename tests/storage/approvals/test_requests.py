"""Requests are kept whole, changed once, and found by whom they wait for."""

import asyncio
from datetime import timedelta

from bot.domain.approvals import moves
from bot.domain.approvals.request import Request, RequestState
from bot.identifiers import TaskId
from bot.shapes.act import Act
from bot.shapes.records.approvals import Ask
from bot.storage.approvals.requests import AT_ONCE, RequestTable
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Outbox
from tests.domain.approvals.office import CLERK_A, CLERK_B, HEAD, HR, LEADER, MONDAY, PACE, WORKER, ask, staff

TABLE = RequestTable()
BY = Act(WORKER, "建群", "员工", "test:1", MONDAY)


async def kept(database: Database, request: Request) -> Request:
    await database.transact(lambda: TABLE.add(request, by=BY))
    found = await TABLE.get(request.number)
    assert found
    return found


def agreed(request: Request, by: str = CLERK_A) -> Request:
    return moves.decided(request, by, agree=True, staff=staff(), pace=PACE, now=MONDAY)  # type: ignore[arg-type]


async def test_it_comes_back_as_it_was(database: Database) -> None:
    request = moves.escalated(ask(LEADER, HR), staff(), PACE, MONDAY + timedelta(days=2))
    assert await kept(database, request) == request
    assert await TABLE.get("RQ-20261123-999") is None
    assert await TABLE.several([request.number, "RQ-20261123-999"]) == {request.number: request}
    assert await TABLE.several([f"RQ-{number}" for number in range(AT_ONCE)] + [request.number]) == {
        request.number: request
    }


async def test_of_two_at_once_one_decides(database: Database) -> None:
    request = await kept(database, ask(HR))
    saved = await asyncio.gather(
        *[
            database.transact(lambda by=by: TABLE.save(agreed(request, by), was=1, change="decided", by=BY))  # type: ignore[misc]
            for by in (CLERK_A, CLERK_B)
        ]
    )
    assert sorted(saved) == [False, True]
    found = await TABLE.get(request.number)
    assert found
    assert (found.state, found.version, len(found.decisions)) == (RequestState.APPROVED, 2, 1)
    assert await Trail.filter(subject=f"request:{request.number}", action__endswith="request.decided").count() == 1


async def test_whom_it_waits_for_and_what_is_due(database: Database) -> None:
    request = await kept(database, ask(LEADER))
    await TABLE.note_ask(Ask(request.number, HEAD, 1, TaskId("card-1")), cause="test:1")
    assert [each.number for each in await TABLE.waiting_for(HEAD)] == [request.number]
    assert await TABLE.waiting_for(CLERK_A) == []
    assert await TABLE.next_due() == request.remind_at
    assert [each.number for each in await TABLE.of(WORKER, pending=True, most=5)] == [request.number]
    assert await TABLE.same(WORKER, "test", request.text) == request
    assert await TABLE.same(HEAD, "test", request.text) is None
    over = moves.withdrawn(request, WORKER, MONDAY)
    assert await database.transact(lambda: TABLE.save(over, was=1, change="withdrawn", by=BY))
    assert (await TABLE.pending(), await TABLE.next_due()) == ([], None)
    assert await TABLE.same(WORKER, "test", request.text) is None
    assert [each.number for each in await TABLE.of(WORKER, pending=False, most=5)] == [request.number]


async def test_a_card_that_the_app_sent_can_be_changed_once_it_is_known_how(database: Database) -> None:
    request = await kept(database, ask(HR))
    for user in (CLERK_A, CLERK_B):
        await TABLE.note_ask(Ask(request.number, user, 1, TaskId(f"card-{user}")), cause="test:1")
    await Outbox.create(
        id=1,
        cause="test:1",
        lane="x",
        state="done",
        created_at=0,
        address="",
        content=f'["Card", {{"task_id": "card-{CLERK_A}"}}]',
        receipt='{"response_code": "RC1"}',
    )
    asks = await TABLE.close_asks(request.number, [CLERK_A, CLERK_B])
    assert [(each.user, each.code) for each in asks] == [(CLERK_A, "RC1"), (CLERK_B, None)]
    assert await TABLE.close_asks(request.number, [CLERK_A]) == []
