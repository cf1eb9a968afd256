"""A recount knows how far it is, which leaves are ahead, and what became of those behind."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.recounts import Became, Recounted, in_short
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from bot.storage.leave.recounts import RecountTable
from tests.domain.calendar.days import d

RECOUNTS = RecountTable()
ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
BY = Act("job", "leave-recount", "定时任务", "test:1", NOW)
BEGINS, ENDS = datetime(2027, 2, 1, 8, 30, tzinfo=ZONE), datetime(2027, 2, 4, 18, tzinfo=ZONE)
LEAVE = LeaveRequest(
    "QJ-1", UserId("a"), "年假", Span(d("2027-02-01"), d("2027-02-04")), Decimal(4), BEGINS, ENDS, NOW, provisional=True
)
YEAR = datetime(2027, 1, 1, tzinfo=ZONE), datetime(2028, 1, 1, tzinfo=ZONE)


async def test_it_goes_on_where_it_was_and_ends(database: Database) -> None:
    for number in (1, 2, 3):
        await LeaveTable().add(replace(LEAVE, number=f"QJ-{number}"), "", by=BY)
    await LeaveTable().add(replace(LEAVE, number="QJ-0", state=LeaveState.CANCELLED), "", by=BY)
    earlier = replace(LEAVE, number="QJ-4", begins=NOW, ends=NOW + timedelta(hours=1))
    await LeaveTable().add(earlier, "", by=BY)
    assert await RECOUNTS.current() is None
    await RECOUNTS.begin(d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why="公布了", by=BY)
    recount = await RECOUNTS.current()
    assert recount
    assert (recount.first, recount.why, recount.reached) == (d("2027-01-01"), "公布了", "")
    assert await RECOUNTS.ahead(recount, *YEAR, most=2) == [("QJ-1", "a"), ("QJ-2", "a")]
    await RECOUNTS.reached(recount, "QJ-2")
    recount = await RECOUNTS.current()
    assert recount
    assert await RECOUNTS.ahead(recount, *YEAR, most=2) == [("QJ-3", "a")]
    await RECOUNTS.finish(recount, by=BY)
    assert await RECOUNTS.current() is None


async def test_lines_come_back_in_order(database: Database) -> None:
    await RECOUNTS.begin(d("2027-01-01"), d("2027-12-31"), cause="RQ-1", why="公布了", by=BY)
    recount = await RECOUNTS.current()
    assert recount
    lines = [
        Recounted("QJ-1", UserId("a"), "年假", Decimal(4), Decimal("2.5"), Became.LESS),
        Recounted("QJ-2", UserId("b"), "事假", Decimal(1), Decimal(1), Became.SHORT),
    ]
    for line in reversed(lines):
        await RECOUNTS.note(recount, line)
    assert await RECOUNTS.lines(recount) == lines
    assert list(in_short(lines)) == ["天数变少 1 条", "余额不够 1 条"]


async def test_what_was_counted_without_a_year(database: Database) -> None:
    await LeaveTable().add(LEAVE, "", by=BY)
    await LeaveTable().add(replace(LEAVE, number="QJ-2", provisional=False), "", by=BY)
    assert await RECOUNTS.provisional() == [(d("2027-02-01"), d("2027-02-04"))]
