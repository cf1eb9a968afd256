"""HR is asked, and decides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from scheduler.leave_accounts import look_after
from scheduler.leave_forfeits import look
from tests.chat import Chat

SICK = Span(date(2026, 9, 1), date(2026, 11, 5))  # 66 days: two months of 30 and more


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [look_after, look]


async def ill(chat: Chat, user: str, **changes: object) -> None:
    zone = chat.clock.now().tzinfo
    begins, ends = (datetime(on.year, on.month, on.day, tzinfo=zone) for on in (SICK.start, SICK.end))
    by = Act("x", "test", "test", f"test:{user}", chat.clock.now())
    leave = LeaveRequest(
        "QJ-20260901-001",
        UserId(user),
        "病假",
        SICK,
        Decimal(43),
        begins,
        ends + timedelta(hours=18),
        begins,
        LeaveState.ENDED,
    )
    leave = replace(leave, **changes)  # type: ignore[arg-type]
    await chat.core.database.transact(lambda: chat.core.records.leaves.add(leave, "", by=by))


ASKED = """
        ⏰ 2026-12-01 10:00
        机器人→李娜> [卡片] 张三2026年的年假还享受吗？ 2026 年病假累计 66 天，满 2 个月…
        机器人→周敏> [卡片] 张三2026年的年假还享受吗？ …"""


async def test_hr_says_that_it_is_forfeit(chat: Chat) -> None:
    await ill(chat, "zhangsan")
    await chat.play(f"""{ASKED}
        李娜> 按 [不再享受]
        机器人→张三> 2026 年病假累计 66 天，满 2 个月（《职工带薪年休假条例》第四条），你2026年的年假不再享受…
        机器人> [卡片] 张三2026年的年假还享受吗？ 已入账（JQ-20261201-001）：2026年没休的年假清零，已经私下告诉本人。
        周敏> 按 [照常享受]
        机器人> [卡片] 张三2026年的年假还享受吗？ 已经有人定了：不再享受。
        张三> /假期余额 年假
        机器人> 2026年的假期余额：
        年假：还能用 0 天，已休 0 天。
        为什么是这么多，发 /为什么 年假。
    """)
    await chat.play("⏰ 2027-01-04 12:00")  # asked once


async def test_or_that_it_is_not(chat: Chat) -> None:
    await ill(chat, "zhangsan")
    await chat.play(f"""{ASKED}
        李娜> 按 [照常享受]
        机器人> [卡片] 张三2026年的年假还享受吗？ 已记下（JQ-20261201-001）：照常享受，没有改动。
    """)
    assert (await chat.core.records.leave_ledgers.of(UserId("zhangsan"))).balance("年假", 2026).left == 5


async def test_who_was_back_early_is_not_asked_about(chat: Chat) -> None:
    await ill(chat, "zhangsan", returned_on=date(2026, 10, 20))
    await chat.play("⏰ 2026-12-01 12:00")


async def test_nobody_at_hr_decides_on_himself(chat: Chat) -> None:
    await ill(chat, "lina")
    await chat.play("""
        ⏰ 2026-12-01 10:00
        机器人→周敏> [卡片] 李娜2026年的年假还享受吗？ …
    """)
