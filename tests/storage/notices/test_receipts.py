"""Postings, receipts and what became of the messages: alike on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices.posting import Posting, PostingState
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.outgoing import Text, ToGroup, ToPeople
from bot.shapes.queue import Claim, Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.notices.deliveries import DeliveryTable, RecallTable
from bot.storage.notices.receipts import PostingTable, ReceiptTable
from bot.storage.queues.outbox import OutboxTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
NUMBER = "GG-20261122-001"
ANN, BEN = UserId("ann"), UserId("ben")
POSTINGS, RECEIPTS, DELIVERIES, RECALLS = PostingTable(), ReceiptTable(), DeliveryTable(), RecallTable()

pytestmark = pytest.mark.usefixtures("database")


def by(user: str = "ann", minutes: int = 0) -> Act:
    return Act(user, "确认", "卡片持有人", f"test:{user}", NOW + timedelta(minutes=minutes))


async def posted(version: int = 1) -> Posting:
    posting = await POSTINGS.open(NUMBER, version, NOW, wants=True, groups=[GroupId("a")], by=by())
    assert posting
    return posting


async def test_it_is_posted_once_for_each_version_and_moment() -> None:
    posting = await posted()
    assert await POSTINGS.open(NUMBER, 1, NOW, wants=True, groups=[], by=by()) is None
    later = await posted(2)
    assert [each.id for each in await POSTINGS.of(NUMBER)] == [later.id, posting.id]
    assert (posting.groups, posting.occurrence, posting.state) == ((GroupId("a"),), NOW, PostingState.GOING)


async def test_a_posting_that_is_done_is_not_going_any_more() -> None:
    posting = await posted()
    assert await POSTINGS.going() == [posting]
    await POSTINGS.save(replace(posting, state=PostingState.DONE, reached="zoe", people=2), by=by())
    assert await POSTINGS.going() == []
    found = await POSTINGS.get(posting.id)
    assert found
    assert (found.reached, found.people) == ("zoe", 2)


async def test_each_is_expected_once_and_confirms_once() -> None:
    posting = await posted()
    assert await RECEIPTS.expect(posting.id, [BEN, ANN]) == [ANN, BEN]
    assert await RECEIPTS.expect(posting.id, [ANN], late=True) == []
    await POSTINGS.save(replace(posting, state=PostingState.DONE), by=by())
    first = await RECEIPTS.confirm(posting, ANN, answer=1, by=by())
    assert first
    assert (first.confirmed, first.expected, first.complete_at) == (1, 2, None)
    assert await RECEIPTS.confirm(posting, ANN, answer=0, by=by()) is None
    assert await RECEIPTS.confirm(posting, UserId("stranger"), answer=None, by=by()) is None
    last = await RECEIPTS.confirm(posting, BEN, answer=None, by=by(minutes=5))
    assert last
    assert last.complete_at == NOW + timedelta(minutes=5)
    assert [(each.user, each.answer) for each in await RECEIPTS.all(posting.id)] == [(ANN, 1), (BEN, None)]


async def test_wrong_answers_are_counted_and_confirm_nothing() -> None:
    posting = await posted()
    await RECEIPTS.expect(posting.id, [ANN])
    assert [await RECEIPTS.missed(posting.id, ANN) for _ in range(2)] == [1, 2]
    assert await RECEIPTS.open_of(ANN, most=5) == [posting.id]


async def test_what_became_of_each_call_is_found_by_what_it_is_about(database: Database) -> None:
    table = OutboxTable(database)
    about = "GG-20261122-001#7"
    people, group = ToPeople((ANN, BEN), about), ToGroup(GroupId("a"), about)
    first, _ = await table.put([Said(people, Text("好")), Said(group, Text("好"))], cause="m", at=0)
    await table.claim([Claim(first.id, "app:", "d", 5000, readers=("app:ann", "app:ben"))])
    await table.settle([Settlement(first.id, "done", 6000, receipt={"msgid": "m1"})])
    told, waiting = await DELIVERIES.of(about)
    assert (told.users, told.state, told.msgid, told.via) == ((ANN, BEN), "done", "m1", "app")
    assert (waiting.group, waiting.state) == (GroupId("a"), "waiting")
    assert await DELIVERIES.withdraw(about) == 1
    assert [each.state for each in await DELIVERIES.of(about)] == ["done", "refused"]
    assert await table.waiting() == []


async def test_a_recall_waits_until_it_is_settled() -> None:
    await RECALLS.add(1, "m1", [ANN])
    [recall] = await RECALLS.waiting(5)
    await RECALLS.tried(recall)
    await RECALLS.settle(recall, "done")
    assert await RECALLS.waiting(5) == []
    assert [(each.state, each.tries, each.users) for each in await RECALLS.of(1)] == [("done", 1, (ANN,))]
