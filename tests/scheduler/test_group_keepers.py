"""A group whose keepers have left: found, told after a day, told again in the morning, forgotten when it is kept."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.identifiers import GroupId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.group_keepers import look
from tests.chat import Chat
from tests.commands.approvals.scenes import left

WORDS = (
    "项目A工作群已经一天以上没有群管理员了，群里的事没有人管。请任命新的群管理员（《企业微信工作群管理办法》第五条），…"
)


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (look,)


async def test_told_after_a_day_and_each_working_morning(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=lambda company: left(company, "zhengqun"))
    await chat.play(f"""
        ⏰ 2026-11-23 09:10
        ⏰ 2026-11-24 09:09
        ⏰ 2026-11-24 09:10
        机器人→李娜> {WORDS}
        机器人→周敏> {WORDS}
        ⏰ 2026-11-25 09:10
        机器人→李娜> {WORDS}
        机器人→周敏> {WORDS}
        李娜> /任命群管 项目A工作群 @王强
        机器人→王强> …
        机器人→项目A工作群> …
        机器人> …
        ⏰ 2026-11-26 18:00
    """)
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert group.admins == {"wangqiang"}
    assert not await chat.core.records.unkept_groups.all()
    await chat.close()


async def test_nobody_is_disturbed_on_a_rest_day(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=lambda company: left(company, "zhengqun"))
    chat.clock.time = chat.clock.time.replace(day=27, hour=8)  # a Friday
    await chat.play(f"""
        ⏰ 2026-11-27 09:10
        ⏰ 2026-11-29 23:00
        ⏰ 2026-11-30 09:10
        机器人→李娜> {WORDS}
        机器人→周敏> {WORDS}
    """)
    await chat.close()


async def test_a_deputy_is_enough(database: Database, jobs: Sequence[Job]) -> None:
    def deputised(company: Company) -> Company:
        groups = [replace(each, deputies=frozenset({"zhangsan"})) for each in company.groups if each.id == "projecta"]
        return left(replace(company, groups=tuple(groups)), "zhengqun")  # type: ignore[arg-type]

    chat = await Chat.open(database, jobs=jobs, company=deputised)
    await chat.play("⏰ 2026-11-26 18:00")
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert (group.admins, group.keepers) == (frozenset(), {"zhangsan"})
    await chat.close()


async def test_before_the_directory_was_read_nobody_has_left(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs, company=lambda company: replace(company, people=()))
    await chat.play("⏰ 2026-11-26 18:00")
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert group.admins == {"zhengqun"}
    await chat.close()
