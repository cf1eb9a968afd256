"""Groups that nobody seems to need are asked about once a month, and go only by the usual way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.company import Company
from bot.identifiers import GroupId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.clean_up import clean_up
from tests.chat import Chat

A = GroupId("projecta")
SEES = "我只看得到 @我 的话、发的公告和进出，别的看不到。还用得着吗？"
BUTTONS = "[还在用] [可以解散] [下月再问]"
ASKED = f"""
        ⏰ 2026-12-03 09:30
        机器人→吴管> 清理
        这个月有 1 个群像是用不着了，已问群管理员：项目A工作群。
        机器人→郑群> [卡片] 这个群还用吗？ 项目A工作群：124 天没看到动静。{SEES} {BUTTONS}"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (clean_up,)


async def opened(database: Database, jobs: Sequence[Job], since: date, *, quiet: bool = True) -> Chat:
    def only(company: Company) -> Company:
        return replace(company, groups=tuple(each for each in company.groups if each.id in (A, GroupId("projectb"))))

    chat = await Chat.open(database, jobs=jobs, company=only)
    store = chat.core.records.group_watches

    async def work() -> None:
        await store.note([each.id for each in chat.company.groups], [], since)
        await store.note([], [GroupId("projectb")] if quiet else [A, GroupId("projectb")], date(2026, 11, 20))

    await database.transact(work)
    return chat


async def test_asked_once_and_kept(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, date(2026, 8, 1))
    await chat.play(f"""{ASKED}
        郑群> 按 [还在用]
        机器人> [卡片] 这个群还用吗？ 项目A工作群留着，90 天内不再问。
        ⏰ 2026-12-04 10:00
        ⏰ 2027-01-06 09:30
        机器人→吴管> 清理
        上次问的：还在用 1 个。
    """)
    await chat.close()


async def test_may_go_by_the_usual_way(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, date(2026, 8, 1))
    await chat.play(f"""{ASKED}
        郑群> 按 [可以解散]
        机器人→赵国强> [卡片] 郑群 申请解散项目A工作群 RQ-20261203-001 …
        机器人> [卡片] 这个群还用吗？ 已提交 RQ-20261203-001：解散项目A工作群。等 赵国强 审批。
        郑群> 按 [还在用]
        机器人> …
    """)
    watch = await chat.core.records.group_watches.get(A)
    assert watch
    assert watch.answer == "可以解散"
    await chat.close()


async def test_a_group_in_use_or_not_watched_for_long_is_left_alone(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, date(2026, 8, 1), quiet=False)
    await chat.play("⏰ 2026-12-03 09:30")
    await chat.close()


async def test_what_it_has_not_watched_it_does_not_judge(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, date(2026, 10, 1))
    await chat.play("⏰ 2026-12-03 09:30")
    await chat.close()


async def test_an_author_hears_of_what_has_stood_still(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, date(2026, 10, 1))
    await chat.say("郑群", "/公告 项目A工作群 2027年3月1日9:30 请交周报")
    chat.said()
    chat.core.book._company = chat.company.with_groups([each for each in chat.company.groups if each.id != A])
    await chat.play("""
        ⏰ 2026-12-03 09:30
        机器人→郑群> 你有 1 条公告一直停着，没有发：GG-20261122-001。不要了请发 /取消公告 编号。
    """)
    await chat.close()
