"""What is said of an accident is kept alike on both databases, in order, beside what was said before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.accidents.evidence import Evidence
from bot.domain.safety.accidents.reports import AccidentState, Facts
from bot.domain.safety.accidents.statements import Statement, Topic
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.safety.accident_cases import AccidentCaseTable
from bot.storage.safety.accidents import AccidentTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("chenan", "事故资料", "安全管理员", "test:1", NOW)
CASES, ACCIDENTS = AccidentCaseTable(), AccidentTable()
FIRST = Statement(NOW, UserId("chenan"), Topic.DEATHS, "2", why="医院通知")
SECOND = Statement(
    NOW + timedelta(hours=1), UserId("chenan"), Topic.DEATHS, "1", "2", "误报一人", agreed_by=UserId("zhaoguoqiang")
)

pytestmark = pytest.mark.usefixtures("database")


async def reported(number: str, *, minutes: int = 0) -> None:
    at = NOW + timedelta(minutes=minutes)
    await ACCIDENTS.open(number, Facts("着火了", urgent=True), chat=None, by=Act("zhangsan", "事故", "", "t", at))


async def test_every_word_is_kept_in_its_order(database: Database) -> None:
    await reported("SG-1")
    for statement in (FIRST, SECOND):
        await CASES.state("SG-1", statement, by=BY)
    assert await CASES.said("SG-1") == [FIRST, SECOND]
    assert await CASES.several(["SG-1", "SG-2"]) == {"SG-1": [FIRST, SECOND]}
    rows = [(row.action, row.subject) for row in await Trail.all().order_by("id")]
    assert [subject for _, subject in rows] == ["accident:SG-1"] * 3


async def test_the_trail_says_what_it_was_about_and_not_what_was_said(database: Database) -> None:
    await CASES.state("SG-1", FIRST, by=BY)
    (row,) = await Trail.all()
    assert "医院" not in str(dict(row))


async def test_what_is_closed_waits_no_more(database: Database) -> None:
    for number in ("SG-1", "SG-2", "SG-3"):
        await reported(number)
    alarm = await ACCIDENTS.get("SG-2")
    assert alarm
    await ACCIDENTS.close(alarm, AccidentState.FALSE_ALARM, by=BY)
    await CASES.state("SG-1", Statement(NOW, UserId("chenan"), Topic.CLOSED, "是"), by=BY)
    assert [each.number for each in await CASES.open_ones()] == ["SG-3"]


async def test_those_of_some_days(database: Database) -> None:
    for number, minutes in (("SG-1", 0), ("SG-2", 60), ("SG-3", 120)):
        await reported(number, minutes=minutes)
    found = await CASES.reported(NOW, NOW + timedelta(minutes=120))
    assert [each.number for each in found] == ["SG-1", "SG-2"]


async def test_it_is_held_as_it_is(database: Database) -> None:
    await reported("SG-1")

    async def held() -> str | None:
        found = await CASES.hold("SG-1")
        return found.number if found else None

    assert await database.transact(held) == "SG-1"
    assert await CASES.hold("SG-9") is None


async def test_pictures_are_kept_once_in_the_order_in_which_they_were_taken(database: Database) -> None:
    await reported("SG-1")
    earlier = replace(BY, at=NOW - timedelta(days=1), actor="")
    assert [await CASES.add_photo("SG-1", FileId(each), by=BY) for each in ("b", "b")] == [True, False]
    assert await CASES.add_photo("SG-1", FileId("a"), by=earlier)
    assert await CASES.photos("SG-1") == [Evidence(FileId("a"), earlier.at, ""), Evidence(FileId("b"), NOW, "chenan")]
