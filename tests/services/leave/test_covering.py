"""How many of a team must be there: shown as somebody asks, and in the way, or not, as somebody agrees."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.leave.requests.coverage import CoverageRule, Mode
from bot.storage.engine.database import Database
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.operating import Trail
from tests.chat import Chat
from tests.services.leave.desk import book


def needing(at_least: int, mode: Mode, team: str = "生产部"):
    def change(company: Company) -> Company:
        rule = CoverageRule(team, at_least, mode)
        return company.with_leave(replace(company.leave, coverage=(rule,)))

    return change


def here(company: Company, team: str = "生产部") -> int:
    return sum(company.is_here(user) for user in company.staff_of(team))


@pytest.fixture
async def strict(database: Database, chat: Chat) -> AsyncIterator[Chat]:
    """A company where one of 生产部 may be off at a time."""
    enough = here(chat.company) - 1
    await chat.close()
    chat = await Chat.open(database, jobs=(), commands=book(), company=needing(enough, Mode.BLOCK))
    yield chat
    await chat.close()


@pytest.fixture
async def mild(database: Database, chat: Chat) -> AsyncIterator[Chat]:
    everybody = here(chat.company)
    await chat.close()
    chat = await Chat.open(database, jobs=(), commands=book(), company=needing(everybody, Mode.WARN))
    yield chat
    await chat.close()


async def test_the_second_of_a_team_is_not_agreed_to(strict: Chat) -> None:
    enough = here(strict.company) - 1
    lack = f"11月25日(周三)上午生产部只剩 {enough - 1} 人在岗，规定至少 {enough} 人。"
    await strict.play(f"""
    张三> /试请 事假 2026-11-25 搬家
    机器人→王强> [卡片] 张三 申请事假 11月25日(周三)，1 天 QJ-20261122-001 原因：搬家 [同意] [驳回]
    机器人> 已提交 QJ-20261122-001：…
    李四> /试请 事假 2026-11-25 办证
    机器人→王强> [卡片] 李四 申请事假 11月25日(周三)，1 天 QJ-20261122-002 同部门：张三(待批)也请了假 在岗：11.25上午剩 {enough - 1} 人，至少要 {enough} 人，…
    机器人> 已提交 QJ-20261122-002：事假 11月25日(周三)，1 天。等 王强 审批。
    {lack}人够了才能批。
    王强> /同意申请 QJ-20261122-001
    机器人→张三> …
    机器人> QJ-20261122-001 事假 11月25日(周三)，1 天：已同意（王强，10:00）。
    王强> /同意申请 QJ-20261122-002
    机器人> 现在不能批：{lack}申请还在等你审批。等人够了再发 /同意申请 QJ-20261122-002，或发 /商量日期 QJ-20261122-002 请他换一天。
    王强> 按 [同意]
    机器人> [卡片] 李四 申请事假 11月25日(周三)，1 天 现在不能批：{lack}申请还在等你审批。…
    """)  # noqa: E501 - a message is one line
    states = {row.number: row.state for row in await LeaveRecord.all()}
    assert states == {"QJ-20261122-001": "已批准", "QJ-20261122-002": "待审批"}


async def test_whom_the_first_is_asked_of_is_agreed_to_first(strict: Chat) -> None:
    """What only waits is in nobody's way: else two who wait would block each other."""
    await strict.say("张三", "/试请 事假 2026-11-25")
    await strict.say("李四", "/试请 事假 2026-11-25")
    await strict.say("王强", "/同意申请 QJ-20261122-002")
    row = await LeaveRecord.get(number="QJ-20261122-002")
    assert row.state == "已批准"


async def test_a_right_is_in_nobodys_way(strict: Chat) -> None:
    await strict.say("张三", "/试请 事假 2026-11-25")
    await strict.say("王强", "/同意申请 QJ-20261122-001")
    await strict.say("李四", "/试请 丧假 2026-11-25/2026-11-26")
    await strict.say("周敏", "/同意申请 QJ-20261122-002")
    row = await LeaveRecord.get(number="QJ-20261122-002")
    assert row.state == "已批准"


async def test_who_is_warned_agrees_all_the_same(mild: Chat) -> None:
    everybody = here(mild.company)
    lack = f"11月25日(周三)上午生产部只剩 {everybody - 1} 人在岗，规定至少 {everybody} 人。"
    await mild.play(f"""
    张三> /试请 事假 2026-11-25 搬家
    机器人→王强> [卡片] 张三 申请事假 11月25日(周三)，1 天 QJ-20261122-001 在岗：11.25上午剩 {everybody - 1} 人，至少要 {everybody} 人 原因：…
    机器人> 已提交 QJ-20261122-001：事假 11月25日(周三)，1 天。等 王强 审批。
    {lack}审批人会看到。
    王强> 按 [同意]
    机器人→张三> QJ-20261122-001 事假 11月25日(周三)，1 天：已同意（王强，10:00）。
    机器人> [卡片] 张三 申请事假 11月25日(周三)，1 天 已同意（王强，10:00）。注意：{lack}
    """)  # noqa: E501 - a message is one line
    kept = await Trail.get(action__endswith="request.approved")
    assert lack in str(kept.details)


async def test_others_are_not_told_why_they_are_off(strict: Chat) -> None:
    await strict.say("李四", "/试请 病假 2026-11-24/2026-11-25 发烧")
    strict.said()
    await strict.say("张三", "/试请 事假 2026-11-25/2026-11-27")
    (card,) = [each.words for each in strict.said() if each.to == "王强"]
    assert "同部门：李四(11.25，待批)也请了假" in card
    assert "病" not in card


@pytest.mark.postgres
async def test_of_two_agreed_to_at_once_one_is_kept_back(postgres: Database) -> None:
    """On PostgreSQL, in two transactions that neither sees the other's change."""
    chat = await Chat.open(postgres, jobs=(), commands=book())
    enough = here(chat.company) - 1
    await chat.close()
    chat = await Chat.open(postgres, jobs=(), commands=book(), company=needing(enough, Mode.BLOCK))
    await chat.say("张三", "/试请 事假 2026-11-25/2026-11-27")  # by 王强 alone, as the other
    await chat.say("李四", "/试请 事假 2026-11-25/2026-11-30")  # by 王强, then by the human resources
    await chat.say("王强", "/同意申请 QJ-20261122-002")
    await asyncio.gather(chat.say("王强", "/同意申请 QJ-20261122-001"), chat.say("周敏", "/同意申请 QJ-20261122-002"))
    states = sorted(row.state for row in await LeaveRecord.all())
    assert states == ["已批准", "待审批"]
    await chat.close()
