"""Trips and punches come back as they were written, and change once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attendance.filings import Filed
from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import PunchFix
from bot.domain.attendance.trips import Away, AwayWhen, Trip
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.attendance import MissedPunchTable, PunchFixTable, TripTable
from bot.storage.models.attendance import PunchFixRecord, TripRecord
from bot.storage.models.operating import Trail

TRIPS, FIXES, MISSED = TripTable(), PunchFixTable(), MissedPunchTable()
ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
BY = Act("a", "出差", "本人", "test:1", NOW)
A, B = UserId("a"), UserId("b")
BEGINS, ENDS = datetime(2026, 11, 23, 13, 30, tzinfo=ZONE), datetime(2026, 11, 23, 18, tzinfo=ZONE)
DAY = date(2026, 11, 23)
TRIP = Trip("RQ-20261122-001", A, Away.TRIP, "上海", Span(DAY, DAY, Half.PM, Half.PM), BEGINS, ENDS, NOW)
FIX = PunchFix("RQ-20261122-002", A, date(2026, 11, 20), Slot.PM_OUT, NOW)


@pytest.mark.parametrize("when", [TRIP.when, TimeSpan(BEGINS, ENDS)], ids=lambda when: type(when).__name__)
async def test_a_trip_comes_back_as_it_was(database: Database, when: AwayWhen) -> None:
    trip = replace(TRIP, when=when)
    await TRIPS.add(trip, "见客户", by=BY)
    assert await TRIPS.get(trip.number, NOW) == trip
    assert await TRIPS.get("RQ-20261122-009", NOW) is None
    assert (await TripRecord.get(number=trip.number)).reason == "见客户"
    assert not [each for each in await Trail.all() if "客户" in str(each.details) or "上海" in str(each.details)]


async def test_it_changes_only_from_the_version_that_was_seen(database: Database) -> None:
    await TRIPS.add(TRIP, "", by=BY)
    assert await TRIPS.move(TRIP, Filed.APPROVED, by=BY)
    assert not await TRIPS.move(TRIP, Filed.CANCELLED, by=BY)
    kept = await TRIPS.get(TRIP.number, NOW)
    assert kept == replace(TRIP, state=Filed.APPROVED, version=2)


async def test_whose_they_are_and_when(database: Database) -> None:
    await TRIPS.add(TRIP, "", by=BY)
    await TRIPS.add(replace(TRIP, number="RQ-20261122-003", user=B), "", by=BY)
    gone = replace(TRIP, number="RQ-20261122-004", state=Filed.REJECTED)
    await TRIPS.add(gone, "", by=BY)
    hour = timedelta(hours=1)
    assert await TRIPS.between(ENDS - hour, ENDS + hour, [A]) == [TRIP]
    assert len(await TRIPS.between(BEGINS.astimezone(UTC), ENDS, [A, B])) == 2
    assert not await TRIPS.between(ENDS, ENDS + hour, [A, B])
    assert not await TRIPS.between(BEGINS - hour, BEGINS, [A, B])
    assert await TRIPS.of(A, NOW, since=NOW) == [TRIP, gone]
    assert not await TRIPS.of(A, NOW, since=ENDS)


async def test_a_punch_stands_until_it_is_refused(database: Database) -> None:
    await FIXES.add(FIX, "走得急", by=BY)
    assert await FIXES.get(FIX.number, NOW) == FIX
    assert (await FIXES.of(A, NOW), await FIXES.of(B, NOW)) == ([FIX], [])
    assert await FIXES.standing(A, FIX.on, Slot.PM_OUT, NOW) == FIX
    assert await FIXES.standing(A, FIX.on, Slot.AM_IN, NOW) is None
    assert await FIXES.standing(B, FIX.on, Slot.PM_OUT, NOW) is None
    assert await FIXES.move(FIX.number, Filed.REJECTED, by=BY)
    assert not await FIXES.move(FIX.number, Filed.APPROVED, by=BY)
    assert await FIXES.standing(A, FIX.on, Slot.PM_OUT, NOW) is None
    assert (await PunchFixRecord.get(number=FIX.number)).reason == "走得急"


async def test_somebody_is_told_of_a_punch_once(database: Database) -> None:
    assert await MISSED.note(A, DAY, Slot.AM_IN, by=BY)
    assert not await MISSED.note(A, DAY, Slot.AM_IN, by=BY)
    assert await MISSED.note(A, DAY, Slot.PM_OUT, by=BY)
    assert await MISSED.note(B, DAY, Slot.AM_IN, by=BY)
    assert (await MISSED.days(A), await MISSED.days(B)) == ([DAY, DAY], [DAY])
    await MISSED.forget(DAY, by=BY)
    assert not await MISSED.note(B, DAY, Slot.AM_IN, by=BY)
    await MISSED.forget(DAY + timedelta(days=1), by=BY)
    assert await MISSED.note(B, DAY, Slot.AM_IN, by=BY)
