"""Old records go at night; many go a batch a minute, and a year that begins deletes what is two years older."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.moderation.matters.matter import About, Matter
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.approvals import RequestRecord
from bot.storage.models.attendance import MissedPunchRecord, TripRecord
from bot.storage.models.duties import DutyRecord
from bot.storage.models.leave_facts import LeaveFactRecord
from bot.storage.models.retention import LeaverRecord
from bot.storage.moderation.matters import HoldTable
from scheduler.record_retention import BATCH, forget_records
from tests.chat import Chat

LONG_AGO = datetime(2023, 6, 1, tzinfo=UTC)
BY = Act("import", "import", "操作员", "file", LONG_AGO)


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [forget_records]


async def pass_by(chat: Chat, after: timedelta) -> None:
    chat.clock.time += after
    await chat.core.settle()


async def test_a_trip_with_its_request_two_years_after_its_year(chat: Chat) -> None:
    await chat.play("""
        张三> /出差 上海 11.24-11.26 见客户
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…
        王强> 按 [同意]
        机器人→张三> …
        机器人> …
    """)
    chat.clock.time = chat.clock.time.replace(year=2028, month=12, day=31)
    await chat.core.settle()
    assert await TripRecord.all().count() == 1
    await pass_by(chat, timedelta(days=1))
    assert (await TripRecord.all().count(), await RequestRecord.all().count()) == (0, 0)


async def test_what_the_lawyers_hold_stays_until_they_let_go(chat: Chat) -> None:
    month = {"user": "zhangsan", "month": LONG_AGO.date(), "cells": "", "written_by": "lina", "written_at": LONG_AGO}
    await DutyRecord.create(**month)
    matter = Matter("YJ-20261122-001", About.LIABILITY, UserId("zhangsan"), UserId("zhoumin"), LONG_AGO)
    await HoldTable().keep(matter, by=BY)
    await pass_by(chat, timedelta(days=1))
    assert await DutyRecord.all().count() == 1
    await HoldTable().let_go(matter, by=BY)
    await pass_by(chat, timedelta(days=1))
    assert await DutyRecord.all().count() == 0


async def test_a_batch_a_minute(chat: Chat) -> None:
    month = {"user": "zhangsan", "month": LONG_AGO.date(), "cells": "", "written_by": "lina", "written_at": LONG_AGO}
    await DutyRecord.bulk_create([DutyRecord(**month) for _ in range(BATCH + 1)])
    await pass_by(chat, timedelta(hours=18))
    assert await DutyRecord.all().count() == 1
    await pass_by(chat, timedelta(minutes=2))
    assert await DutyRecord.all().count() == 0


async def test_what_somebody_was_told_of_his_punches_goes_sooner(chat: Chat) -> None:
    for day in (date(2026, 8, 1), date(2026, 11, 20)):
        await MissedPunchRecord.create(user="zhangsan", on_day=day, slot="AM_IN")
    await pass_by(chat, timedelta(days=1))
    assert await MissedPunchRecord.all().values_list("on_day", flat=True) == [date(2026, 11, 20)]


async def test_who_has_left(chat: Chat) -> None:
    said = {"what": "入职", "key": "", "value": "2020-01-01", "proof": "", "written_by": "lina", "written_at": LONG_AGO}
    for user in ("zhangsan", "lisi"):
        await LeaveFactRecord.create(user=user, **said)
    company = chat.core.book.company()
    others = [each for each in company.people if each.user_id != "zhangsan"]
    await chat.core.records.directory.replace(company.departments, company.people, by=BY)
    await chat.core.records.directory.replace(company.departments, others, by=BY)
    await pass_by(chat, timedelta(days=1))
    assert await LeaverRecord.all().values_list("user", flat=True) == ["zhangsan"]
    assert await LeaveFactRecord.all().count() == 2
    chat.clock.time = chat.clock.time.replace(year=2029, month=1, day=2)
    await chat.core.settle()
    assert await LeaveFactRecord.all().values_list("user", flat=True) == ["lisi"]
