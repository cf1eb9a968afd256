"""How long people from outside stay: reminded of, sent away once, or let stay; and somebody answers for them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Guest
from bot.identifiers import GroupId, UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from scheduler.guest_stays import look
from tests.chat import Chat
from tests.commands.members.comings import with_group

WHO = "项目A营销微信平台的外部成员 恒远置业-李总"
GOES = "请把 恒远置业-李总 移出项目A营销微信平台 YC-20261124-001；原因：有效期已到"
BUTTONS = "[延一个月] [延三个月] [延一年] [不延期]"
END = "11月23日(周一)到期，到期后会请群管理员把对方移出。还要合作就延期"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (run_errands, look)


def with_end(company: Company, *, sponsor: str = "fengxiao", end: date = date(2026, 11, 23)) -> Company:
    return with_group(company, "marketinga", guests=(Guest("恒远置业-李总", UserId(sponsor), end),))


async def opened(database: Database, jobs: Sequence[Job], **how: object) -> Chat:
    return await Chat.open(database, jobs=jobs, company=lambda company: with_end(company, **how))  # type: ignore[arg-type]


async def guests(chat: Chat) -> tuple[Guest, ...]:
    found = await chat.core.records.groups.get(GroupId("marketinga"))
    assert found
    return found.guests


async def test_a_day_before_and_a_day_after(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, end=date(2026, 11, 24))
    end = END.replace("11月23日(周一)", "11月24日(周二)")
    goes = GOES.replace("1124", "1125")
    await chat.play(f"""
    ⏰ 2026-11-23 08:50
    机器人→冯销> [卡片] {WHO} {end} {BUTTONS}
    冯销> 按 [不延期]
    机器人> [卡片] {WHO} 好的，到期后我会请群管理员把对方移出群。
    ⏰ 2026-11-24 12:00
    ⏰ 2026-11-25 08:50
    机器人→冯销> [卡片] {goes}；明天 08:50 前 [完成] [做不到]
    冯销> 按 [做不到]
    机器人> …
    ⏰ 2026-11-27 12:00
    """)
    await chat.close()


async def test_who_stays_longer_is_not_sent_away(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, end=date(2026, 11, 22))
    await chat.play(f"""
    ⏰ 2026-11-23 08:50
    机器人→冯销> [卡片] {GOES.replace("1124", "1123")}；明天 08:50 前 [完成] [做不到]
    冯销> /邀请 恒远置业-李总 项目A营销微信平台 有效期到12月31日
    机器人> YQ-20261123-001 恒远置业-李总 在项目A营销微信平台的有效期改到12月31日(周四)，由你负责。
    冯销> 按 [完成]
    机器人> [卡片] 请把 恒远置业-李总 移出项目A营销微信平台 这件事已经不用办了。
    ⏰ 2026-11-24 12:00
    """)
    assert await guests(chat) == (Guest("恒远置业-李总", UserId("fengxiao"), date(2026, 12, 31)),)
    await chat.close()


async def test_a_card_of_an_old_end_changes_nothing(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, end=date(2026, 11, 24))
    await chat.play("""
    ⏰ 2026-11-23 08:50
    机器人→冯销> …
    冯销> /邀请 恒远置业-李总 项目A营销微信平台 有效期到12月31日
    机器人> …
    冯销> 按 [延一年]
    机器人> [卡片] 外部成员的有效期 这位外部成员的有效期已经改过，或者已经不在群里，没有改动。
    """)
    assert [each.expires_on for each in await guests(chat)] == [date(2026, 12, 31)]
    await chat.close()


async def test_no_longer_than_a_year_from_now(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, end=date(2026, 11, 30))
    await chat.play(f"""
    ⏰ 2026-11-23 08:50
    机器人→冯销> …
    冯销> 按 [延一年]
    机器人> [卡片] {WHO} 有效期改到2027年11月24日(周三)，由你负责（YQ-20261123-001）。
    """)
    await chat.close()


async def test_who_is_no_keeper_may_not_let_him_stay(database: Database, jobs: Sequence[Job]) -> None:
    chat = await opened(database, jobs, sponsor="xiaoyunying", end=date(2026, 11, 24))
    await chat.play(f"""
    ⏰ 2026-11-23 08:50
    机器人→小运营> {WHO}，11月24日(周二)到期。到期后会请群管理员把对方移出；要延期，请找群管理员。
    """)
    await chat.close()


async def test_if_who_answers_for_him_has_left_the_keepers_are_asked_once(
    database: Database, jobs: Sequence[Job]
) -> None:
    def left(company: Company) -> Company:
        people = tuple(replace(each, active=each.user_id != "xiaoyunying") for each in company.people)
        return replace(with_end(company, sponsor="xiaoyunying", end=date(2026, 12, 31)), people=people)

    chat = await Chat.open(database, jobs=jobs, company=left)
    how = "由谁负责就由谁发：/邀请 恒远置业-李总 项目A营销微信平台 有效期到2026-12-31"
    await chat.play(f"""
    ⏰ 2026-11-23 08:50
    机器人→冯销> {WHO}，原来的负责人 小运营 已离职，现在没有人负责。{how}
    冯销> /邀请 恒远置业-李总 项目A营销微信平台 有效期到2026-12-31
    机器人> YQ-20261123-002 恒远置业-李总 在项目A营销微信平台的有效期改到12月31日(周四)，由你负责。
    ⏰ 2026-11-25 12:00
    """)
    assert [each.sponsor for each in await guests(chat)] == [UserId("fengxiao")]
    await chat.close()
