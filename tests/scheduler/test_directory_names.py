"""The directory's own names are looked through at night and when it changed; an administrator hears of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.nicknames.others import Doubt, Doubted, Field
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.services.people.odd_names import NAMES_JOB
from bot.shapes.act import Act
from bot.shapes.job import Job
from scheduler.directory_names import look_through
from scheduler.nickname_patrol import walk
from tests.chat import Chat

ODD = Person(UserId("boss2"), "王总", 2, (2,), alias="加微信领优惠")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (look_through, walk)


async def directory(chat: Chat, *more: Person) -> None:
    company = chat.company
    others = [person for person in company.people if person.user_id != ODD.user_id]
    by = Act("job:directory-sync", "directory-sync", "定时任务", "test", chat.clock.now())
    await chat.core.records.directory.replace(company.departments, [*others, *more], by=by)
    await chat.core.book.refresh()


async def test_what_is_odd_is_told_once(chat: Chat) -> None:
    await directory(chat, ODD)
    await chat.play("""
        ⏰ 2026-11-23 05:00
        ⏰ 2026-11-23 12:00
        机器人→吴管> 通讯录里有 2 处姓名或别名请核实：
        · 总裁办账号 boss2 的姓名像称呼，不像姓名
        · 总裁办账号 boss2 的别名有广告或联系方式
        真实姓名确实如此的，不用改。
        ⏰ 2026-11-27 12:00
    """)


async def test_what_was_put_right_is_forgotten_and_what_is_new_is_told(chat: Chat) -> None:
    await directory(chat, ODD)
    await chat.advance(chat.clock.now().replace(day=23, hour=12))
    chat.said()
    await directory(chat, replace(ODD, name="王宗", alias="李四"))
    await chat.play("""
        ⏰ 2026-11-24 12:00
        机器人→吴管> 通讯录里有 1 处姓名或别名请核实：
        · 总裁办账号 boss2 的别名是别人的姓名
        真实姓名确实如此的，不用改。
    """)
    doubts = chat.core.records.name_doubts
    assert await doubts.untold() == []
    await directory(chat, replace(ODD, name="王宗💥", alias=""))
    await chat.core.records.jobs.hasten(NAMES_JOB, chat.clock.now())
    await chat.core.settle()
    assert await doubts.untold() == [Doubted(ODD.user_id, Field.NAME, Doubt.DECORATED)]
