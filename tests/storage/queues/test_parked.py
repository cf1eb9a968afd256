"""What is parked can be seen and tried again; what it said stays hidden."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.rights import EMPLOYEES
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Outcome, Text, ToGroup, ToPeople, Verdict
from bot.shapes.queue import Said, Settlement
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.parked import ParkedInSpool, ParkedTable
from bot.storage.queues.spool import IN_MEMORY, SpoolFile
from tests.chat import Chat


class Kettle:
    """What a command of the test uses; it can be out of order."""

    works = False


@command("烧水", summary="烧一壶水", audience=EMPLOYEES)
async def boil(ctx: Context) -> Reply:
    if not Kettle.works:
        raise RuntimeError("secret words of 张三")
    return Reply("水开了。")


@pytest.fixture
async def parked(database: Database) -> ParkedTable:
    return ParkedTable(database)


async def test_nothing_is_parked(parked: ParkedTable) -> None:
    assert list(await parked.all()) == []
    assert await parked.take_back() == ((), ())


async def test_what_lies_in_the_spool_is_listed_and_offered_again() -> None:
    spool = SpoolFile(IN_MEMORY)
    parked = ParkedInSpool(spool)
    incoming = Incoming("m1", Via.APP, Kind.TEXT, UserId("lisi"), datetime(2026, 11, 22, tzinfo=UTC), text="悄悄话")
    await spool.put([(incoming, False)])
    await spool.set_aside(1, "DataError")
    (each,) = await parked.all()
    assert (each.id, each.what, each.to, each.outcome, each.why) == (
        ("s1", "text by app", "user:lisi", "parked", "DataError")
    )
    assert "悄悄话" not in repr(each)
    assert [await parked.wish(wanted) for wanted in ("m1", "s2", "s1", "s1")] == [False, False, True, False]
    assert [await ParkedInSpool(None).all(), await parked.all()] == [[], []]
    spool.close()


async def test_a_message_that_failed_is_tried_again_on_request(database: Database, parked: ParkedTable) -> None:
    Kettle.works = False
    chat = await Chat.open(database, commands=CommandBook((replace(boil, area="日常"),)))
    try:
        await chat.say("张三", "/烧水")
        (failed,) = await parked.all()
        assert (failed.id, failed.what, failed.to, failed.outcome) == ("m1", "text by bot", "user:zhangsan", "parked")
        assert failed.ticket
        assert failed.ticket in chat.said()[0].words
        assert "RuntimeError" in failed.why
        assert "secret" not in repr(failed)
        assert "烧水" not in repr(failed)

        Kettle.works = True
        assert await parked.wish("m1")
        assert not await parked.wish("m1")
        await chat.core.tick()
        await chat.core.settled()
        assert [line.words for line in chat.said()] == ["水开了。"]
        assert list(await parked.all()) == []
    finally:
        await chat.close()


@pytest.mark.parametrize("verdict", [Verdict.UNKNOWN, Verdict.REFUSED])
async def test_a_parcel_is_sent_again_on_request(chat: Chat, parked: ParkedTable, verdict: Verdict) -> None:
    group = chat.company.groups[0]
    chat.channels[Via.WEBHOOK].outcomes = [Outcome(verdict, 93000, "invalid webhook url")]
    rows = await chat.core.outbox_table.put([Said(ToGroup(group.id), Text("悄悄话"))], cause="test", at=0)
    chat.core.outgoing.add(rows)
    await chat.core.settled()
    (failed,) = await parked.all()
    outcome = "unknown" if verdict is Verdict.UNKNOWN else "parked"
    assert (failed.id, failed.what, failed.to, failed.outcome) == ("p1", "text", f"group:{group.id}", outcome)
    assert (failed.errcode, failed.why) == (93000, "invalid webhook url")
    assert "悄悄话" not in repr(failed)

    assert await parked.wish("p1")
    await chat.core.tick()
    await chat.core.settled()
    said = [(line.to, line.words) for line in chat.said()]
    assert said.count((group.name, "悄悄话")) == 1


async def test_what_another_version_wrote_is_listed_too(chat: Chat, parked: ParkedTable, database: Database) -> None:
    await chat.core.outbox_table.put([Said(ToGroup(chat.company.groups[0].id), Text("x"))], cause="test", at=0)
    await database.execute("UPDATE outbox SET state = 'parked', content = ?1", '["Hologram",{}]')
    assert [each.what for each in await parked.all()] == ["of another version"]


async def test_what_was_long_in_doubt_goes_out_on_request(chat: Chat, parked: ParkedTable, database: Database) -> None:
    rows = await chat.core.outbox_table.put([Said(ToGroup(chat.company.groups[0].id), Text("x"))], cause="test", at=0)
    await database.execute("UPDATE outbox SET state = 'unknown', doubtful_since = 1, attempts = 8")
    assert await parked.wish(f"p{rows[0].id}")
    await chat.core.tick()
    await chat.core.settled()
    assert [line.words for line in chat.said()] == ["x"]


async def test_a_wish_is_taken_up_once(chat: Chat, parked: ParkedTable, database: Database) -> None:
    await chat.core.outbox_table.put([Said(ToGroup(chat.company.groups[0].id), Text("x"))], cause="test", at=0)
    await database.execute("UPDATE outbox SET state = 'parked'")
    assert await parked.wish("p1")
    messages, parcels = await parked.take_back()
    assert ([*messages], [row.id for row in parcels]) == ([], [1])
    assert await parked.take_back() == ((), ())


async def let_go(database: Database, parked_id: str, by: Act) -> bool:
    return await database.transact(lambda: ParkedTable(database).let_go(parked_id, by=by))


async def test_what_was_dealt_with_otherwise_is_over(chat: Chat, parked: ParkedTable, database: Database) -> None:
    by = Act("cli", "parked", "服务器操作", "test", datetime(2026, 11, 22, tzinfo=UTC))
    group = ToGroup(chat.company.groups[0].id)
    await chat.core.outbox_table.put([Said(group, Text("x")), Said(group, Text("y"))], cause="test", at=0)
    await database.execute("UPDATE outbox SET state = CASE id WHEN 1 THEN 'parked' ELSE 'unknown' END")
    gone = [await let_go(database, each, by) for each in ("p1", "p2", "p2", "p3", "m1")]
    assert gone == [True, True, False, False, False]
    assert [await parked.all(), await parked.wish("p1")] == [[], False]
    rows = await database.fetch("SELECT state FROM outbox ORDER BY id")
    assert [row["state"] for row in rows] == ["refused", "done"], "what may have arrived counts as arrived"
    await chat.core.tick()
    await chat.core.settled()
    assert chat.said() == []
    trail = await database.fetch("SELECT subject FROM trail WHERE action = 'parked:parked.let_go' ORDER BY subject")
    assert [row["subject"] for row in trail] == ["p1", "p2"]


async def test_a_message_that_failed_is_let_go(database: Database, parked: ParkedTable) -> None:
    Kettle.works = False
    chat = await Chat.open(database, commands=CommandBook((replace(boil, area="日常"),)))
    by = Act("cli", "parked", "服务器操作", "test", datetime(2026, 11, 22, tzinfo=UTC))
    try:
        await chat.say("张三", "/烧水")
        assert await let_go(database, "m1", by)
        assert not await parked.wish("m1")
        Kettle.works = True
        await chat.say("张三", "/烧水")
        assert chat.said()[-1].words == "水开了。"
    finally:
        await chat.close()


@pytest.mark.parametrize("wrong", ["", "m", "1", "x1", "p1", "m1; DROP TABLE inbox", "p99999999999999999999"])
async def test_an_id_that_does_not_exist(parked: ParkedTable, wrong: str) -> None:
    assert not await parked.wish(wrong)


async def test_many_people_of_one_call_are_counted(database: Database) -> None:
    people = ToPeople((UserId("ann"), UserId("ben")))
    [row] = await OutboxTable(database).put([Said(people, Text("好"))], cause="m", at=0)
    await OutboxTable(database).settle([Settlement(row.id, "unknown", 0, why="timeout")])
    assert [each.to for each in await ParkedTable(database).all()] == ["people:2"]
