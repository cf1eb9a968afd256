"""Many people in one call: what becomes of those who don't fare as the others."""

from dataclasses import replace

import pytest

from bot.delivery.limits import Limit, Limiter
from bot.identifiers import TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Button, Card, Content, Outcome, Text, ToPeople, ToPerson, Verdict
from bot.shapes.queue import Waiting
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.queues.shared_outbox import SharedOutboxTable
from tests.delivery.test_post import UNKNOWN, WORDS, Office

ANN, BEN, CAT = map(UserId, ("ann", "ben", "cat"))
ALL = ToPeople((ANN, BEN, CAT), "GG-1/1")
MISSED = Outcome(Verdict.DONE, why="no licence", receipt={"msgid": "m"}, missed=frozenset({BEN, CAT}))
CARD = Card(title="公告", plain="公告", buttons=(Button("已阅", "read"),), task_id=TaskId("t"), shared=True)


@pytest.fixture
async def office(database: Database) -> Office:
    return Office(database)


async def states(office: Office) -> list[tuple[object, str, int]]:
    rows = await office.database.fetch("SELECT address, state, step FROM outbox WHERE about = 'GG-1/1' ORDER BY id")
    return [(codec.load(row["address"]), row["state"], row["step"]) for row in rows]


async def work_off(office: Office) -> None:
    """Until nothing could go now; what waits longer is left."""
    for _ in range(5):
        for waiting in await office.table.waiting():
            await office.post.work(waiting)


async def put(office: Office, content: Content = WORDS) -> Waiting:
    return await office.put(ALL, content)


async def test_one_call_reaches_all_and_each_is_counted(office: Office) -> None:
    office.app.outcomes = [Outcome(Verdict.DONE, receipt={"msgid": "m"})]
    await put(office)
    await work_off(office)
    assert [parcel.address for parcel in office.app.sent] == [ALL]
    assert await states(office) == [(ALL, "done", 0)]
    counted = await office.database.fetch("SELECT route FROM ledger ORDER BY route")
    assert [row["route"] for row in counted] == ["app:ann", "app:ben", "app:cat"]


async def test_whom_the_app_does_not_reach_the_bot_may_and_the_rest_is_listed_once(office: Office) -> None:
    office.heard.add("ben")
    office.app.outcomes = [MISSED]
    await put(office)
    await work_off(office)
    assert await states(office) == [
        (ToPeople((ANN,), "GG-1/1"), "done", 0),
        (ToPerson(BEN, "GG-1/1"), "done", 1),
        (ToPeople((CAT,), "GG-1/1"), "parked", 0),
    ]
    assert [parcel.address for parcel in office.bot.sent] == [ToPerson(BEN, "GG-1/1")]
    assert office.alarms == ["m"]


async def test_without_the_app_each_is_looked_for_by_himself(office: Office) -> None:
    office.heard |= {"ann", "cat"}
    office.restart(without=Via.APP)
    await put(office)
    await work_off(office)
    assert {parcel.address for parcel in office.bot.sent} == {ToPerson(ANN, "GG-1/1"), ToPerson(CAT, "GG-1/1")}
    assert (ToPeople((BEN,), "GG-1/1"), "parked", 0) in await states(office)


async def test_who_is_at_his_limit_follows_by_himself(office: Office) -> None:
    limiter = Limiter({via: Limit(1, 100, 0) for via in Via})
    office.restart(limiter=limiter)
    await office.post.work(await office.put(ToPerson(BEN), Text("先说的")))
    await put(office)
    await work_off(office)
    assert [parcel.address for parcel in office.app.sent[1:]] == [ToPeople((ANN, CAT), "GG-1/1")]
    assert (ToPeople((BEN,), "GG-1/1"), "waiting", 0) in await states(office)
    assert office.post.next_due() is not None


@pytest.mark.postgres
async def test_whom_another_process_has_told_a_lot_follows_by_himself_too(postgres: Database) -> None:
    """That is known only when it is claimed; the others need not wait for him."""
    office, limiter = Office(postgres), Limiter()
    office.table = SharedOutboxTable(postgres, lambda: 1, limiter)
    office.restart(limiter=limiter)
    await postgres.execute(
        "INSERT INTO ledger (route, at, outbox_id, digest)"
        " SELECT 'app:ben', ?1::bigint, 0, '' FROM generate_series(1, 27)",
        int(office.clock.now().timestamp() * 1000) - 10_000,
    )
    assert await office.post.work(await put(office)) == 0.0
    await work_off(office)
    assert [parcel.address for parcel in office.app.sent] == [ToPeople((ANN, CAT), "GG-1/1")]
    assert (ToPeople((BEN,), "GG-1/1"), "waiting", 0) in await states(office)


async def test_an_unknown_call_is_repeated_as_it_was_and_nobody_gets_it_twice(office: Office) -> None:
    office.app.outcomes = [UNKNOWN]
    await put(office, CARD)
    await work_off(office)
    (sent,) = office.app.sent
    assert (sent.address, sent.check_duplicates, sent.repeated) == (ALL, True, True)
    assert await states(office) == [(ALL, "done", 0)]


async def test_a_doubtful_call_is_not_divided_by_limits(office: Office) -> None:
    """Nobody knows who has it: those at their limit may."""
    office.restart(limiter=Limiter({via: Limit(1, 100, 0) for via in Via}))
    office.app.outcomes = [UNKNOWN]
    waiting = await put(office)
    await office.post.work(waiting)
    assert await office.post.work(waiting)
    assert await states(office) == [(ALL, "waiting", 0)]


async def test_a_process_that_died_while_sending_to_many_sends_it_again(office: Office) -> None:
    await office.die_while_sending(await put(office))
    office.restart()
    await office.recover()
    await work_off(office)
    assert [parcel.repeated for parcel in office.app.sent] == [False, True]
    assert await states(office) == [(ALL, "done", 0)]


async def test_a_card_that_is_refused_goes_as_words_to_the_same_people(office: Office) -> None:
    office.app.outcomes = [Outcome(Verdict.REFUSED, errcode=43012, form=True)]
    await put(office, CARD)
    await work_off(office)
    assert [(parcel.address, parcel.content) for parcel in office.app.sent] == [(ALL, Text("公告"))]


async def test_nobody_at_all_is_reached(office: Office) -> None:
    office.app.outcomes = [Outcome(Verdict.REFUSED, errcode=81013)]
    await put(office)
    await work_off(office)
    assert await states(office) == [(replace(ALL, users=()), "refused", 0), (ALL, "parked", 0)]
