"""Sheets that people sign in on, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.safety.sign_in.marks import Mark, Marked, presences
from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.safety.sign_in import SignInTable

NOW = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
CHEN, ZHANG, LI = UserId("chenan"), UserId("zhangsan"), UserId("lisi")
SHEET = Sheet("PX-20261122-001", "消防", CHEN, NOW, "二楼", "00" * 16)
BY = Act(CHEN, "培训", "安全管理员", "test:1", NOW)
TABLE = SignInTable()


async def test_kept_and_closed(database: Database) -> None:
    await TABLE.open(SHEET, by=BY)
    assert await TABLE.get(SHEET.number, NOW) == SHEET
    assert await TABLE.starting(NOW, NOW, NOW) == [SHEET]
    await TABLE.close(SHEET.number, SheetState.CALLED_OFF, by=BY)
    assert await database.transact(lambda: TABLE.hold(SHEET.number, NOW)) == replace(SHEET, state=SheetState.CALLED_OFF)
    assert await TABLE.starting(NOW, NOW, NOW) == []
    assert await TABLE.get("PX-20261122-002", NOW) is None


async def test_moved(database: Database) -> None:
    await TABLE.open(SHEET, by=BY)
    await TABLE.move(SHEET.number, NOW + timedelta(hours=1), "一楼", by=BY)
    assert await TABLE.get(SHEET.number, NOW) == replace(SHEET, starts=NOW + timedelta(hours=1), place="一楼")


async def test_marks_are_added(database: Database) -> None:
    await TABLE.open(SHEET, by=BY)
    await TABLE.open(replace(SHEET, number="YL-1", starts=NOW - timedelta(days=1)), by=BY)
    await TABLE.mark(SHEET.number, [ZHANG, LI], Mark.INVITED, by=BY)
    await TABLE.mark(SHEET.number, [ZHANG], Mark.STRUCK, by=BY, why="走错会场")
    await TABLE.mark("YL-1", [ZHANG], Mark.INVITED, by=BY)
    marks = await TABLE.marks(SHEET.number, NOW)
    assert marks[-1] == Marked(ZHANG, Mark.STRUCK, NOW, CHEN, "走错会场")
    assert list(presences(marks)) == [ZHANG, LI]
    assert await TABLE.sheets_of(ZHANG, NOW) == ["YL-1", SHEET.number]
    on_both = await TABLE.marks_on([SHEET.number, "YL-1", "YL-2"], NOW)
    assert on_both == {SHEET.number: marks, "YL-1": await TABLE.marks("YL-1", NOW)}
    of_both = await TABLE.marks_of(ZHANG, [SHEET.number, "YL-1"], NOW)
    assert {number: [each.mark for each in found] for number, found in of_both.items()} == {
        SHEET.number: [Mark.INVITED, Mark.STRUCK],
        "YL-1": [Mark.INVITED],
    }


async def test_the_trail_has_no_reasons(database: Database) -> None:
    await TABLE.mark(SHEET.number, [ZHANG], Mark.STRUCK, by=BY, why="走错会场")
    entry = await Trail.get(subject=f"sheet:{SHEET.number}")
    assert (entry.action, entry.details) == ("培训:sign_in.struck", {"user": "zhangsan"})
