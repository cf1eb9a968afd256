"""Heads are asked once a month whom they would praise, where the company wants that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.domain.calendar.calendar import Calendar
from bot.domain.company import Company
from bot.services.moderation.praising.nominating import asked_on
from bot.storage.engine.database import Database
from scheduler.praise_nominations import praise_nominations
from tests.chat import Chat


def asking(day: int) -> Callable[[Company], Company]:
    return lambda company: replace(company, moderation=replace(company.moderation, nominate_on=day))


async def test_once_a_month_with_the_list_of_the_last(database: Database) -> None:
    chat = await Chat.open(database, company=asking(1), jobs=[praise_nominations])
    await chat.play("""
    王强> /表彰 @张三 救了一单急活
    机器人→张三> …
    机器人> …
    ⏰ 2026-12-05 10:00
    机器人→陈安、冯销等8人> 这个月想表彰谁？发 /表彰 @谁 事由，写一件具体的事；没有就不用回。
    机器人→李娜> 11月表彰 1 条，有没有奖金请你们定：
    · BZ-20261122-001 张三：救了一单急活
    机器人→周敏> 11月表彰 1 条，…
    """)
    await chat.close()


async def test_by_default_nobody_is(database: Database) -> None:
    chat = await Chat.open(database, jobs=[praise_nominations])
    await chat.play("⏰ 2026-12-05 10:00")
    await chat.close()


def test_over_the_spring_festival_it_waits_for_work() -> None:
    assert asked_on(date(2026, 2, 15), Calendar()) == date(2026, 2, 24)
    assert asked_on(date(2026, 2, 28), Calendar()) == date(2026, 2, 28)  # a Saturday that is worked
