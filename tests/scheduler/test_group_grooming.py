"""The monthly round: one review of each group, reminded, late, told of once a day; in portions, each group once."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.reviews import ReviewCause, ReviewState
from bot.identifiers import GroupId, UserId
from bot.services.groups.reviews.monthly import AT_ONCE
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.group_grooming import groom
from tests.chat import Chat

ZHENG, WANG = UserId("zhengqun"), UserId("wangqiang")
BEGUN = """
    ⏰ 2026-12-01 09:15
    机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ …"""

LATE = """1 个群的成员核对已过期限，请催一下：
    · 项目A工作群：郑群
    看全部：/梳理"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (groom,)


def only(*groups: str) -> object:
    return lambda company: replace(company, groups=tuple(each for each in company.groups if each.name in groups))


async def opened(database: Database, jobs: Sequence[Job], *groups: str) -> Chat:
    return await Chat.open(database, jobs=jobs, company=only(*groups))  # type: ignore[arg-type]


async def test_reminded_then_late_then_told_of_once_a_day(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, "项目A工作群")
    await chat.play(f"""{BEGUN}
    ⏰ 2026-12-07 09:15
    机器人→郑群> 还有 1 个群的成员等你核对，明天 18:00 前：项目A工作群。发 /梳理 群名 看名单。
    ⏰ 2026-12-09 09:15
    机器人→李娜> {LATE}
    机器人→周敏> {LATE}
    机器人→郑群> 成员核对已过期限：项目A工作群。请今天核对好，发 /梳理 群名 看名单。
    ⏰ 2026-12-10 09:15
    机器人→李娜> {LATE}
    机器人→周敏> {LATE}
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理项目A工作群 已记下：…
    ⏰ 2026-12-14 12:00
    """)
    await chat.close()


async def test_each_month_anew_and_not_on_a_rest_day(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, "项目A工作群")
    await chat.play(f"""{BEGUN}
    郑群> 按 [核对好了]
    机器人> [卡片] 梳理项目A工作群 已记下：…
    ⏰ 2027-01-04 09:00
    ⏰ 2027-01-04 09:15
    机器人→郑群> [卡片] 梳理项目A工作群：谁留下？ …
    """)
    assert [each.month for each in await chat.core.records.reviews.of(GroupId("projecta"), most=9)] == [
        "2027-01",
        "2026-12",
    ]
    await chat.close()


async def test_what_was_begun_before_becomes_part_of_the_round(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, "项目A工作群")
    await chat.play(f"""
    郑群> /梳理 项目A工作群
    机器人→郑群> …
    机器人> …
    ⏰ 2026-11-26 09:15
    机器人→郑群> 还有 1 个群的成员等你核对，明天 18:00 前：项目A工作群。发 /梳理 群名 看名单。
    ⏰ 2026-11-30 09:15
    机器人→李娜> {LATE}
    机器人→周敏> {LATE}
    机器人→郑群> 成员核对已过期限：项目A工作群。请今天核对好，发 /梳理 群名 看名单。{BEGUN}
    """)
    (review,) = await chat.core.records.reviews.open_ones()
    assert (review.cause, review.month, review.due_at.day) == (ReviewCause.MONTHLY, "2026-12", 8)
    await chat.close()


async def test_a_group_without_a_list_is_asked_for_one(database: Database, jobs: Sequence[Job]) -> None:
    def nobody_known(company: Company) -> Company:
        groups = [each for each in company.groups if each.name == "项目A工作群"]
        return replace(company, groups=tuple(replace(each, members=frozenset()) for each in groups))

    chat = await Chat.open(database, jobs=jobs, company=nobody_known)
    asked = "这个月的梳理，还有 1 个群没有成员名单：项目A工作群。请发 /群名单 群名，下面一行一个姓名。"
    await chat.play(f"""
    ⏰ 2026-12-01 09:15
    机器人→郑群> {asked}
    ⏰ 2026-12-02 09:15
    """)
    await chat.close()


async def test_a_closed_group_needs_none(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, "项目A工作群")
    await chat.play(BEGUN)
    (review,) = await chat.core.records.reviews.open_ones()
    chat.core.book._company = chat.company.with_groups(())
    await chat.play("⏰ 2026-12-02 09:15")
    over = await chat.core.records.reviews.get(review.number)
    assert over
    assert over.state is ReviewState.DROPPED
    await chat.close()


async def test_many_groups_go_in_portions_each_once(database: Database, jobs: Sequence[Job]) -> None:
    number = 2 * AT_ONCE + 1

    def many(company: Company) -> Company:
        groups = [
            Group(GroupId(f"g{n}"), f"第{n}群", admins=frozenset({ZHENG}), members=frozenset({ZHENG, WANG}))
            for n in range(number)
        ]
        return replace(company, groups=tuple(groups))

    chat = await Chat.open(database, jobs=jobs, company=many)
    await chat.advance(chat.clock.time.replace(month=12, day=1, hour=9, minute=16))
    reviews = await chat.core.records.reviews.of_month("2026-12")
    assert len({each.group for each in reviews}) == len(reviews) == number
    await chat.close()
