from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.company import Company
from bot.domain.safety.calendar.reading import entries
from bot.domain.safety.calendar.year import SafetyYear
from bot.services.safety.calendar.posting import JOB, say_due
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, Job, job
from bot.storage.engine.database import Database
from bot.storage.models.safety_calendar import SafetyShownRecord
from scheduler.safety_calendar import say_what_is_due
from tests.chat import Chat

THREE = """
        机器人→集团工作群> 【安全提醒】{title}…
        机器人→项目A工作群> 【安全提醒】{title}…
        机器人→项目B工作群> 【安全提醒】{title}…"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (say_what_is_due,)


def three(title: str) -> str:
    return THREE.format(title=title)


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo("Asia/Shanghai"))


async def test_a_week_of_it(chat: Chat) -> None:
    await chat.play(f"""
        ⏰ 2026-11-23 07:59
        ⏰ 2026-11-23 08:00{three("11月23日(周一)")}
        ⏰ 2026-11-25 10:00{three("消防月，每周学一条")}
        ⏰ 2026-11-27 16:30{three("周末前查四样")}
        ⏰ 2026-11-30 07:59
    """)


async def test_a_text_comes_along_and_another_one_next_time(chat: Chat) -> None:
    await chat.advance(at("2026-11-23 08:00"))
    first = {line.to: line.words for line in chat.said()}
    await chat.advance(at("2026-12-07 08:00"))
    assert all("来源：" in words for words in first.values())
    shown = await SafetyShownRecord.filter(reader="projecta", topic__isnull=False).values_list("topic", flat=True)
    assert len(shown) == len(set(shown)) >= 3


async def test_a_holiday_comes_before_the_routine(database: Database) -> None:
    """国庆 2026: off from Thursday 1 October; the heads are asked who is on duty."""
    chat = await Chat.open(database, jobs=(say_what_is_due,), now=at("2026-09-29 20:00"))
    await chat.play(f"""
        ⏰ 2026-09-30 15:00{three("明天起放假，走之前看一眼")}
        ⏰ 2026-10-07 23:00
        ⏰ 2026-10-08 08:00{three("国庆节后第一天，慢半拍再开工")}
    """)
    await chat.close()


async def test_the_spring_festival(database: Database) -> None:
    """2026: off from 15 to 23 February; Saturday the 14th and the 28th are worked."""
    chat = await Chat.open(database, jobs=(say_what_is_due,), now=at("2026-02-11 20:00"))
    await chat.advance(at("2026-02-25 08:00"))
    mine = [line.words.splitlines()[0] for line in chat.said() if line.to == "项目A工作群"]
    assert mine == [
        "【安全提醒】春节前的检查",
        "【安全提醒】周末前查四样",
        "【安全提醒】明天起放假，走之前看一眼",
        "【安全提醒】开工第一课",
    ]
    await chat.close()


async def test_who_was_away_is_told_once_and_nothing_at_night(database: Database) -> None:
    """The process slept through Monday, Wednesday and most of Friday: Friday's is said, the others are over."""
    chat = await Chat.open(database, jobs=(say_what_is_due,), now=at("2026-11-22 20:00"))
    await chat.core.records.jobs.hasten(JOB, chat.clock.now())  # as each start does
    await chat.core.settle()
    chat.clock.time = at("2026-11-27 18:00")
    await chat.core.settle()
    assert [line.words[:14] for line in chat.said()] == ["【安全提醒】周末前查四样\n1"] * 3
    chat.clock.time = at("2026-11-30 21:05")
    await chat.core.settle()
    assert chat.said() == []
    await chat.close()


async def test_a_failed_run_or_a_second_one_says_nothing_twice(chat: Chat) -> None:
    await chat.advance(at("2026-11-23 08:00"))
    assert len(chat.said()) == 3
    await chat.core.records.jobs.hasten(say_what_is_due.name, at("2026-11-23 08:30"))
    await chat.advance(at("2026-11-23 09:00"))
    assert chat.said() == []


async def test_many_are_told_a_few_at_a_time(database: Database) -> None:
    runs = []

    @job(JOB, schedule=Daily(time(0, 10)), catch_up=timedelta(days=3650))
    async def a_few(ctx: JobContext, _: None) -> None:
        runs.append(ctx.now)
        await say_due(ctx, at_once=2)

    chat = await Chat.open(database, jobs=(a_few,), now=at("2026-11-22 20:00"))
    await chat.advance(at("2026-11-23 07:59"))
    before = len(runs)
    await chat.play(f"""
        ⏰ 2026-11-23 08:00{three("11月23日(周一)")}
    """)
    assert len(runs) == before + 2
    await chat.close()


async def test_an_operator_changes_it_without_code(database: Database) -> None:
    own = '[[entries]]\nname = "每周提醒"\nwhen = "每周二 09:00"\n[[entries]]\nname = "消防月每周"\non = false\n'

    def changed(company: Company) -> Company:
        return replace(company, safety_year=SafetyYear(entries=entries(own)))

    chat = await Chat.open(database, jobs=(say_what_is_due,), company=changed)
    await chat.play(f"""
        ⏰ 2026-11-23 23:00
        ⏰ 2026-11-24 09:00{three("11月24日(周二)")}
        ⏰ 2026-11-25 10:00{three("每周学一条")}
    """)
    await chat.close()


async def test_a_group_gets_the_talk_before_the_shift_where_it_asked_for_it(chat: Chat) -> None:
    await chat.play(f"""
        郑群@项目A工作群> /订阅 班前会
        机器人@项目A工作群> 项目A工作群已订阅班前会，每个工作日开工前发到本群。
        ⏰ 2026-11-23 08:00
        机器人→项目A工作群> 【班前会】班前会 5 分钟…{three("11月23日(周一)")}
    """)


async def test_on_the_first_day_nothing_of_the_morning_is_said_and_what_comes_is(database: Database) -> None:
    chat = await Chat.open(database, jobs=(say_what_is_due,), now=at("2026-11-27 10:05"))
    await chat.core.records.jobs.hasten(JOB, chat.clock.now())
    await chat.play(f"""
        ⏰ 2026-11-27 16:29
        ⏰ 2026-11-27 16:30{three("周末前查四样")}
        ⏰ 2026-11-30 08:00{three("11月30日(周一)")}
    """)
    await chat.close()


async def test_what_was_due_before_it_was_there_is_said_on_no_later_day(database: Database) -> None:
    chat = await Chat.open(database, jobs=(say_what_is_due,), now=at("2026-11-23 10:05"))
    await chat.core.records.jobs.hasten(JOB, chat.clock.now())
    await chat.play(f"""
        ⏰ 2026-11-25 09:59
        ⏰ 2026-11-25 10:00{three("消防月，每周学一条")}
    """)
    await chat.close()


async def test_what_two_were_told_the_third_is_told_too_though_its_day_was_changed(database: Database) -> None:
    own = '[[entries]]\nname = "每周提醒"\nwhen = "每周二 09:00"\n'
    runs: list[datetime] = []

    @job(JOB, schedule=Daily(time(0, 10)), catch_up=timedelta(days=3650))
    async def a_few(ctx: JobContext, _: None) -> None:
        runs.append(ctx.now)
        moved = replace(ctx.company, safety_year=SafetyYear(entries=entries(own)))
        began = ctx.now >= at("2026-11-23 08:00") and runs.count(ctx.now) > 1
        await say_due(replace(ctx, company=moved) if began else ctx, at_once=2)

    chat = await Chat.open(database, jobs=(a_few,), now=at("2026-11-22 20:00"))
    await chat.play(f"""
        ⏰ 2026-11-23 08:00{three("11月23日(周一)")}
        ⏰ 2026-11-23 23:00
    """)
    await chat.close()
