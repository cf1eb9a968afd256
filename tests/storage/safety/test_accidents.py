"""Reports of accidents are kept alike on both databases: who was quicker is quicker, and nothing is overwritten."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.accidents.reports import AccidentKind, AccidentState, CompanyLevel, Facts, NoteKind
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.safety.accidents import AccidentTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
FACTS = Facts(
    "仓库着火", urgent=True, kind=AccidentKind.FIRE, place="仓库", at=NOW, injured=0, level=CompanyLevel.DANGER
)
ROOM = ChatId("room")

pytestmark = pytest.mark.usefixtures("database")


def by(user: str, *, minutes: int = 0) -> Act:
    return Act(user, "事故", "员工", f"test:{user}", NOW + timedelta(minutes=minutes))


async def test_what_is_reported_is_read_back(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=ROOM, by=by("zhangsan"))
    assert await table.get("SG-1") == opened
    assert (opened.facts, opened.reporter, opened.chat) == (FACTS, UserId("zhangsan"), ROOM)
    assert await table.get("SG-2") is None


async def test_the_first_who_takes_it_has_it(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    assert await table.take(opened, by=by("chenan", minutes=1))
    assert not await table.take(opened, by=by("wuguan", minutes=2))
    taken = await table.get("SG-1")
    assert taken is not None
    assert (taken.state, taken.taken_by, taken.taken_at) == (
        AccidentState.TAKEN,
        UserId("chenan"),
        NOW + timedelta(minutes=1),
    )


async def test_it_is_closed_once(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    assert await table.close(opened, AccidentState.DRILL, by=by("chenan"))
    assert not await table.close(opened, AccidentState.FALSE_ALARM, by=by("wuguan"))
    assert not await table.take(opened, by=by("wuguan"))
    closed = await table.get("SG-1")
    assert closed is not None
    assert (closed.state, closed.closed_by) == (AccidentState.DRILL, UserId("chenan"))


async def test_what_is_added_keeps_it_fresh_and_in_order(database: Database) -> None:
    table = AccidentTable()
    old = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    await table.open("SG-2", FACTS, chat=None, by=by("lisi", minutes=5))
    assert [each.number for each in await table.heard_since(NOW + timedelta(minutes=1))] == ["SG-2"]
    await table.add(old, "在二楼", NoteKind.MORE, by=by("zhangsan", minutes=8))
    await table.add(old, "着火了", NoteKind.REPEAT, by=by("lisi", minutes=9))
    assert [each.number for each in await table.heard_since(NOW + timedelta(minutes=1))] == ["SG-1", "SG-2"]
    assert [(each.by, each.kind, each.text) for each in await table.notes("SG-1")] == [
        ("zhangsan", NoteKind.MORE, "在二楼"),
        ("lisi", NoteKind.REPEAT, "着火了"),
    ]
    assert await table.added_by(UserId("lisi"), since=NOW + timedelta(minutes=8)) == 1
    assert await table.added_by(UserId("lisi"), since=NOW + timedelta(minutes=9)) == 0


async def test_the_trail_says_who_did_what_and_repeats_no_words(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    await table.take(opened, by=by("chenan"))
    await table.add(opened, "在二楼", NoteKind.MORE, by=by("zhangsan"))
    entries = await Trail.all().order_by("id")
    assert [(each.actor, each.action, each.subject) for each in entries] == [
        ("zhangsan", "事故:accident.reported", "accident:SG-1"),
        ("chenan", "事故:accident.taken", "accident:SG-1"),
        ("zhangsan", "事故:accident.added_to", "accident:SG-1"),
    ]
    assert "仓库" not in str([each.details for each in entries])


async def test_what_was_taken_may_be_given_back_by_its_holder_alone(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    await table.take(opened, by=by("chenan", minutes=1))
    assert not await table.release(opened, by=by("wuguan", minutes=2))
    assert await table.release(opened, by=by("chenan", minutes=2))
    waiting = await table.get("SG-1")
    assert waiting is not None
    assert (waiting.state, waiting.taken_by) == (AccidentState.OPEN, None)
    assert await table.take(waiting, by=by("wuguan", minutes=3))


async def test_what_was_closed_may_be_opened_again_and_the_log_tells_all(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    assert not await table.reopen(opened, by=by("lisi"))
    await table.close(opened, AccidentState.FALSE_ALARM, why="看错了", by=by("chenan", minutes=1))
    assert [each.number for each in await table.closed_since(NOW)] == ["SG-1"]
    assert await table.closed_since(NOW + timedelta(minutes=2)) == []
    closed = await table.get("SG-1")
    assert closed is not None
    assert await table.reopen(closed, by=by("lisi", minutes=3))
    again = await table.get("SG-1")
    assert again is not None
    assert (again.state, again.closed_by, again.last_heard) == (
        AccidentState.OPEN,
        None,
        NOW + timedelta(minutes=3),
    )
    await table.log("SG-1", NoteKind.TOLD, UserId("chenan"), at=NOW + timedelta(minutes=4))
    notes = [(note.kind, note.by, note.text) for note in await table.notes("SG-1")]
    assert notes == [
        (NoteKind.CLOSED, "chenan", "看错了"),
        (NoteKind.REOPENED, "lisi", ""),
        (NoteKind.TOLD, "chenan", ""),
    ]
    assert await table.added_by(UserId("chenan"), since=NOW) == 0


async def test_who_told_of_it_first_or_again(database: Database) -> None:
    table = AccidentTable()
    opened = await table.open("SG-1", FACTS, chat=None, by=by("zhangsan"))
    await table.add(opened, "着火了", NoteKind.REPEAT, by=by("lisi", minutes=2))
    await table.add(opened, "火灭了", NoteKind.MORE, by=by("wangwu", minutes=3))
    assert await table.told_by(UserId("zhangsan"), since=NOW) == [NOW]
    assert await table.told_by(UserId("lisi"), since=NOW) == [NOW + timedelta(minutes=2)]
    assert await table.told_by(UserId("lisi"), since=NOW + timedelta(minutes=3)) == []
    assert await table.told_by(UserId("wangwu"), since=NOW) == []
