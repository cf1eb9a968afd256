"""What is old goes and what is young stays, on both databases; of who has left, all of it."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest
from tortoise.models import Model

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from bot.storage.models.approvals import AskRecord, RequestRecord
from bot.storage.models.attendance import MissedPunchRecord, PunchFixRecord, TripRecord
from bot.storage.models.duties import DutyRecord
from bot.storage.models.leave import LeaveEntryRecord, LeaveRecord
from bot.storage.models.leave_facts import LeaveFactRecord
from bot.storage.models.leave_feeds import LeaveFeedRecord
from bot.storage.models.leave_papers import LeavePaperRecord, OvertimeRecord
from bot.storage.models.office import FilingRecord
from bot.storage.models.operating import Trail
from bot.storage.models.privacy import SickWarningRecord
from bot.storage.models.recounts import RecountedRecord, RecountRecord
from bot.storage.models.retention import LeaverRecord
from bot.storage.privacy.retention import OldRecordTable

BEFORE = datetime(2025, 1, 1, tzinfo=UTC)
OLD, YOUNG = BEFORE - timedelta(days=1), BEFORE + timedelta(days=1)
NOW = datetime(2027, 1, 1, tzinfo=UTC)
ACT = Act("job", "record-retention", "定时任务", "slot", NOW)
TABLE = OldRecordTable()
STAYS: Final = (LeaveRecord, LeaveEntryRecord, LeaveFactRecord, LeaveFeedRecord, MissedPunchRecord, RecountRecord)
GOES: Final = (
    *(TripRecord, PunchFixRecord, OvertimeRecord, LeavePaperRecord, DutyRecord, SickWarningRecord, RecountedRecord),
    *(RequestRecord, AskRecord, FilingRecord),
)


async def records(user: str, at: datetime, tag: str) -> None:
    """One of everything that somebody may have of a day."""
    day, one, who = at.date(), Decimal(1), {"user": user}
    named: dict[str, Any] = {**who, "number": f"QJ-{tag}", "state": "已结束"}
    long: dict[str, Any] = {"shape": "Span", "period": "{}", "begins": at, "ends": at, "submitted_at": at, "version": 1}
    await LeaveRecord.create(
        **named, **long, type="病假", amount=one, unused=0, retro=False, provisional=False, reason="sealed"
    )
    await LeaveEntryRecord.create(
        **who, kind="授予", type="年假", year=day.year, amount=one, on_day=day, lot="", cause="", rule="", written_at=at
    )
    await TripRecord.create(**named, **long, kind="出差", place="上海", reason="见客户")
    await PunchFixRecord.create(**named, on_day=day, slot="AM_IN", submitted_at=at, reason="忘了")
    await MissedPunchRecord.create(**who, on_day=day, slot="AM_IN")
    await OvertimeRecord.create(**named, day=day, hours=one, pay="调休")
    await LeavePaperRecord.create(
        **named, kind="调整", type="年假", year=day.year, amount=one, text="", written_by="lina", on_day=day
    )
    await DutyRecord.create(**who, month=day.replace(day=1), cells="", written_by="lina", written_at=at)
    await SickWarningRecord.create(**who, since=day - timedelta(days=366), at=at)
    await FilingRecord.create(**named, vacation="病假", stretch="{}", note="", wanted_at=at)
    await LeaveFactRecord.create(
        **who, what="入职", key="", value="2020-01-01", proof="", written_by="lina", written_at=at
    )
    await LeaveFeedRecord.create(**who, digest=f"{user}{tag}", made_at=at)
    recount = await RecountRecord.create(
        cause="x", why="", first_day=day, last_day=day, begun_at=at, finished_at=at, reached=""
    )
    await RecountedRecord.create(
        **who, recount_id=recount.id, number=f"QJ-{tag}", type="病假", before=one, after=one, became="改了"
    )
    asked = {"applicant": user, "text": "", "version": 1, "opened_at": at, "due_at": at, "closed_at": at, "body": "{}"}
    await RequestRecord.create(number=f"QJ-{tag}", kind="请假", state="已同意", **asked)
    await AskRecord.create(**who, number=f"QJ-{tag}", version=1, task_id=tag, cause=tag, waits=False)


async def forget(at_most: int = 100, *, but: tuple[str, ...] = ()) -> int:
    return await TABLE.forget(BEFORE, but=but, at_most=at_most, by=ACT)


async def test_what_is_old_goes(database: Database) -> None:
    await records("a", OLD, "1")
    await records("a", YOUNG, "2")
    assert await forget() == len(GOES)  # an ask goes with its request, and of the leave its reason
    assert {model: await model.all().count() for model in GOES} == dict.fromkeys(GOES, 1)
    assert {model: await model.all().count() for model in STAYS} == dict.fromkeys(STAYS, 2)
    assert await LeaveTable().reason("QJ-1") == ""
    assert (await LeaveRecord.get(number="QJ-2")).reason == "sealed"
    assert await forget() == 0
    assert await Trail.all().values_list("action", flat=True) == ["record-retention:records.forgotten"]


async def test_no_more_than_so_many_at_a_time(database: Database) -> None:
    await records("a", OLD, "1")
    assert [await forget(4) for _ in range(4)] == [4, 4, 2, 0]


async def test_requests_of_other_kinds_stay(database: Database) -> None:
    await records("a", OLD, "1")
    await forget(but=("请假",))
    assert await RequestRecord.all().count() == 1


async def test_a_warning_stays_as_long_as_its_window_may_last(database: Database) -> None:
    await SickWarningRecord.create(user="a", since=date(2024, 1, 1), at=OLD)
    assert await forget() == 0


async def left_behind(user: str) -> set[type[Model]]:
    return {
        model for model in (*STAYS, *GOES) if "user" in model._meta.fields and await model.filter(user=user).exists()
    }


@pytest.mark.parametrize(("noticed", "people"), [(OLD, 1), (YOUNG, 0)])
async def test_of_who_left_long_ago_everything_goes(database: Database, noticed: datetime, people: int) -> None:
    await records("a", YOUNG, "1")
    await records("b", YOUNG, "2")
    await TABLE.note_leavers([UserId("a")], by=Act("job", "x", "x", "x", noticed))
    assert await TABLE.forget_leavers(BEFORE, at_most=9, by=ACT) == people
    assert len(await left_behind("a")) == (1 if people else 14)  # who was asked about it stays till the request goes
    assert len(await left_behind("b")) == 14
    assert await TABLE.forget_leavers(BEFORE, at_most=9, by=ACT) == 0


async def test_who_is_back_has_not_left(database: Database) -> None:
    await records("a", YOUNG, "1")
    gone = Act("job", "x", "x", "x", OLD)
    await TABLE.note_leavers([UserId("a"), UserId("b")], by=gone)
    await TABLE.note_leavers([UserId("b")], by=ACT)
    assert await LeaverRecord.all().values_list("user", "since") == [("b", OLD)]
    await TABLE.note_leavers([UserId("a"), UserId("b")], by=ACT)
    assert await TABLE.forget_leavers(BEFORE, at_most=9, by=ACT) == 1
    assert await left_behind("a")
