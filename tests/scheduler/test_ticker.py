"""Each slot of a job has its effect once; a failed one is tried again; a long missed one is recorded."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core import build_core
from bot.domain.company import Company
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.incoming import Via
from bot.shapes.job import RESTORED, Daily, Hourly, Job, Weekly
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.groups.groups import GroupTable
from bot.storage.models.operating import JobRun
from bot.storage.queues.jobs import JobTable
from bot.storage.queues.parked import ParkedTable
from tests.chat import SAMPLE_COMPANY, Recorder, StoppedClock

NOW = load(SAMPLE_COMPANY).now
PROJECT = GroupId("projecta")


async def morning(ctx: JobContext, _: None) -> None:
    ctx.tell(ToPerson(next(iter(ctx.company.people)).user_id), Text(f"{ctx.slot:%m-%d %H:%M}"))


DAILY = Job("morning", Daily(time(8, 0)), morning, catch_up=timedelta(hours=2))


class Rig:
    def __init__(self, database: Database, *jobs: Job) -> None:
        self.clock = StoppedClock(NOW)
        self.app = Recorder(Via.APP)
        company: Company = load(SAMPLE_COMPANY).company
        self.core = build_core(company, database, self.clock, {Via.APP: self.app}, Sources(), jobs=jobs)

    async def at(self, moment: datetime) -> list[str]:
        self.clock.time = moment
        before = len(self.app.sent)
        await self.core.settle()
        return [parcel.content.text for parcel in self.app.sent[before:] if isinstance(parcel.content, Text)]


async def test_a_slot_runs_once_however_often_it_is_looked_at(database: Database) -> None:
    rig = Rig(database, DAILY)
    await rig.core.start()
    tomorrow = NOW.replace(day=23, hour=8)
    assert await rig.at(tomorrow) == ["11-23 08:00"]
    assert await rig.at(tomorrow) == []
    assert await rig.core.ticker.next_due() == tomorrow + timedelta(days=1)
    await rig.core.stop()


async def test_a_restart_forgets_no_slot(database: Database) -> None:
    first = Rig(database, DAILY)
    await first.core.start()
    await first.core.stop()
    second = Rig(database, DAILY)
    second.clock.time = NOW.replace(day=23, hour=9)
    await second.core.start()
    assert await second.at(NOW.replace(day=23, hour=9)) == ["11-23 08:00"]
    await second.core.stop()


async def test_a_clock_that_ran_ahead_puts_nothing_off_for_longer_than_itself(database: Database) -> None:
    astray = Rig(database, DAILY)
    await astray.core.start()
    await astray.at(NOW + timedelta(days=400))
    await astray.core.stop()
    again = Rig(database, DAILY)
    await again.core.start()
    assert await again.at(NOW.replace(day=23, hour=8)) == ["11-23 08:00"]
    await again.core.stop()


async def test_a_clock_that_is_set_back_runs_no_slot_twice_not_even_over_a_restart(database: Database) -> None:
    rig = Rig(database, DAILY)
    await rig.core.start()
    assert await rig.at(NOW.replace(day=23, hour=8)) == ["11-23 08:00"]
    for back in (NOW.replace(day=23, hour=7), NOW.replace(day=22, hour=8), NOW.replace(day=23, hour=7, minute=59)):
        await rig.core.stop()
        rig = Rig(database, DAILY)
        rig.clock.time = back
        await rig.core.start()
        assert await rig.at(NOW.replace(day=23, hour=8)) == []
    assert await rig.at(NOW.replace(day=24, hour=8)) == ["11-24 08:00"]
    await rig.core.stop()


async def test_a_wish_at_the_moment_of_a_slot_that_has_run_is_done(database: Database) -> None:
    rig = Rig(database, DAILY)
    await rig.core.start()
    at = NOW.replace(day=23, hour=8)
    assert await rig.at(at) == ["11-23 08:00"]
    await rig.core.records.jobs.hasten("morning", at)
    assert await rig.at(at) == ["11-23 08:00"]
    await rig.core.stop()


async def test_an_hour_that_clocks_skip_makes_nobody_late(database: Database) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    rig = Rig(database, Job("night", Daily(time(1, 59)), morning, catch_up=timedelta(minutes=5)))
    rig.clock.time = datetime(2027, 3, 27, 12, tzinfo=berlin)
    await rig.core.start()
    assert await rig.at(datetime(2027, 3, 28, 3, 1, tzinfo=berlin)) == ["03-28 01:59"]  # two minutes later
    await rig.core.stop()


async def test_what_was_missed_for_long_is_recorded_not_run(database: Database) -> None:
    rig = Rig(database, DAILY)
    await rig.core.start()
    assert await rig.at(NOW.replace(day=25, hour=9)) == ["11-25 08:00"]
    runs = await JobRun.all().order_by("slot").values_list("state", flat=True)
    assert list(runs) == ["missed", "missed", "ran"]
    await rig.core.stop()


async def test_a_failing_job_leaves_nothing_and_hurts_no_other(database: Database) -> None:
    async def broken(ctx: JobContext, _: None) -> None:
        ctx.tell(ToPerson(ctx.company.people[0].user_id), Text("never"))
        raise RuntimeError("broken")

    rig = Rig(database, Job("broken", Daily(time(7, 0)), broken, timedelta(hours=5)), DAILY)
    await rig.core.start()
    assert await rig.at(NOW.replace(day=23, hour=8)) == ["11-23 08:00"]
    assert await JobRun.filter(job="broken").count() == 0
    assert (await JobTable().due_times())["broken"] == NOW.replace(day=23, hour=7)
    assert await rig.core.ticker.next_due() == NOW.replace(day=24, hour=8), "no clock that is moved waits out its rest"
    await rig.core.stop()


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-22 10:00", "2026-11-23 08:00"),
        ("2026-11-23 07:59", "2026-11-23 08:00"),
        ("2026-11-23 08:00", "2026-11-30 08:00"),
    ],
)
def test_weekly_falls_due_on_its_day(moment: str, due: str) -> None:
    at = datetime.fromisoformat(f"{moment}:00+08:00")
    assert Weekly("mon", time(8, 0)).next_after(at) == datetime.fromisoformat(f"{due}:00+08:00")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-22T08:00", "2026-11-22T09:05"),
        ("2026-11-22T09:05", "2026-11-22T10:05"),
        ("2026-11-22T17:30", "2026-11-22T18:05"),
        ("2026-11-22T18:05", "2026-11-23T09:05"),
    ],
)
def test_hourly(now: str, due: str) -> None:
    schedule = Hourly(time(9, 5), time(18, 5))
    assert schedule.next_after(datetime.fromisoformat(f"{now}:00+08:00")) == datetime.fromisoformat(f"{due}:00+08:00")
    assert schedule.is_one(datetime.fromisoformat(f"{due}:00+08:00"))
    assert not schedule.is_one(datetime.fromisoformat(f"{due}:01+08:00"))


async def test_a_job_works_with_the_company_as_it_is_now(database: Database) -> None:
    """Another process let somebody in a moment ago, and made the job due by that."""
    seen: list[frozenset[UserId]] = []

    async def look(ctx: JobContext, _: None) -> None:
        group = ctx.company.group(PROJECT)
        seen.append(group.members if group else frozenset())

    rig = Rig(database, Job("look", Daily(time(8, 0)), look, catch_up=timedelta(hours=2)))
    await rig.core.start()
    elsewhere, act = GroupTable(), Act("a", "入群", "群管理员", "test:1", NOW)
    await database.transact(lambda: elsewhere.join(PROJECT, [UserId("lisi")], cause="RQ-1", by=act))
    rig.clock.time = NOW.replace(day=23, hour=8)
    await rig.core.ticker.tick()
    assert UserId("lisi") in seen[0]
    await rig.core.stop()


async def first_step(ctx: JobContext, _: None) -> None:
    """It sets going what follows at once."""
    ctx.tell(ToPerson(next(iter(ctx.company.people)).user_id), Text("第一步"))
    await ctx.store.jobs.hasten("morning", ctx.now)


async def cry(ctx: JobContext, _: None) -> None:
    ctx.tell(ToPerson(next(iter(ctx.company.people)).user_id), Text("快跑"))


async def test_what_was_due_before_a_restore_has_its_effect_and_is_not_said_again(database: Database) -> None:
    late = timedelta(days=9)
    jobs = [
        Job("step", Daily(time(7, 0)), first_step, catch_up=late),
        Job("cry", Daily(time(7, 10)), cry, catch_up=late, cries=True),
        replace(DAILY, catch_up=late),
    ]
    lost = Rig(database, *jobs)
    await lost.core.start()
    await lost.core.stop()
    await JobTable().plan(RESTORED, NOW.replace(day=23, hour=7, minute=30))
    rig = Rig(database, *jobs)
    rig.clock.time = NOW.replace(day=23, hour=7, minute=40)
    await rig.core.start()
    assert await rig.at(rig.clock.time) == ["快跑"]
    ran = set(await JobRun.all().values_list("job", flat=True))
    assert ran == {"step", "cry", "morning"}  # what the first step set going was of the same slot
    assert {each.outcome for each in await ParkedTable(database).all()} == {"unknown"}
    assert len(await ParkedTable(database).all()) == 2
    assert await rig.at(NOW.replace(day=23, hour=8)) == ["11-23 08:00"]
    await rig.core.stop()
