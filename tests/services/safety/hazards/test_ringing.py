"""What falls due for a hazard is said at its minute, to whom it concerns, once."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState, Plan, StepKind
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.hazard_clock import hazard_clock
from scheduler.hazard_reminders import hazard_reminders
from tests.chat import Chat
from tests.services.safety.hazards.given import becomes, desk, given, hazard

OFFICER = "[卡片] 隐患待核实 YH-20261123-001"
OWNER = "[卡片] 隐患请你整改 YH-20261123-001"
MAJOR = "[卡片] 重大隐患请你整改 YH-20261123-001"
OTHER = "[卡片] 隐患 YH-20261123-001"
BUTTONS = "改好了按「申请验收」，来不及按「申请延期」。"
MONDAY = datetime.fromisoformat("2026-11-23T10:00:00+08:00")
REASONS = "(随时可能出事|危险只在局部，已隔离|临时措施可靠，有人盯守|停产本身更危险)"
ORDER = "请马上停止作业，人员撤到安全的地方，没有通知不要回去。"
STOP = "[停产撤人] [局部停产] [边整改边生产]"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_clock, hazard_reminders]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, now=MONDAY)
    yield chat
    await chat.close()


async def test_what_nobody_has_climbs(chat: Chat) -> None:
    await given(chat, hazard(chat))
    await chat.play(f"""
        ⏰ 2026-11-23 10:29
        ⏰ 2026-11-23 10:30
        机器人→陈安> {OFFICER} 登记半小时了，还没有派单。请先核实分级。…
        ⏰ 2026-11-23 10:59
        ⏰ 2026-11-23 11:00
        机器人→钱卫东> {OTHER} 登记一小时了，还没有派单。请联系陈安，或到现场先看一看。…
        ⏰ 2026-11-24 09:00
        机器人→陈安> {OFFICER} 11月23日(周一)登记的，到今天还没有派单。请先核实分级。…
        ⏰ 2026-11-25 09:00
        机器人→陈安> …
        ⏰ 2026-11-26 09:00
        机器人→陈安> …
        机器人→赵国强> {OTHER} 11月23日(周一)登记的，到今天还没有派单。请督促安全管理员。…
        ⏰ 2026-11-27 09:00
        机器人→陈安> …
        ⏰ 2026-11-29 23:00
    """)


async def test_who_fixes_is_reminded_then_his_head_then_the_top(chat: Chat) -> None:
    await given(
        chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25), owner=UserId("zhangsan"))
    )
    await chat.play(f"""
        ⏰ 2026-11-24 09:00
        机器人→张三> {OWNER} 11月25日(周三)到期。{BUTTONS}…
        ⏰ 2026-11-25 23:59
        ⏰ 2026-11-26 09:00
        机器人→张三> {OWNER} 期限11月25日(周三)，已经超期 1 个工作日。{BUTTONS}…
        ⏰ 2026-11-27 09:00
        机器人→张三> …
        ⏰ 2026-11-29 23:00
        ⏰ 2026-11-30 09:00
        机器人→王强> {OTHER} 期限11月25日(周三)，已经超期 3 个工作日，责任人是张三。请督促，有困难帮忙协调。…
        机器人→张三> …
        ⏰ 2026-12-03 20:00
        机器人→张三> …
        机器人→张三> …
        机器人→张三> …
        ⏰ 2026-12-04 09:00
        机器人→张三> …
        机器人→赵国强> {OTHER} 期限11月25日(周三)，已经超期 7 个工作日，责任人是张三。请过问。…
        ⏰ 2026-12-07 09:00
        机器人→张三> …
    """)


async def test_what_was_missed_is_said_once(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25)))
    chat.clock.time = MONDAY + timedelta(days=9)
    await chat.play(f"""
        ⏰ 2026-12-02 10:01
        机器人→钱卫东> {OTHER} 期限11月25日(周三)，已经超期 5 个工作日，责任人是王强。请督促，有困难帮忙协调。…
        机器人→王强> {OWNER} 期限11月25日(周三)，已经超期 5 个工作日。{BUTTONS}…
        ⏰ 2026-12-02 23:00
    """)


async def test_reminders_end_with_what_they_remind_of(chat: Chat) -> None:
    it = await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25)))
    waiting = replace(it, state=HazardState.TO_VERIFY, asked_at=chat.clock.now())
    await becomes(chat, waiting)
    await chat.play("""
        ⏰ 2026-11-24 09:00
        机器人→陈安> [卡片] 隐患请你验收 YH-20261123-001 整改已经做完，还在等验收。…
        ⏰ 2026-11-24 12:00
    """)
    await becomes(chat, replace(waiting, state=HazardState.CLOSED, closed_at=chat.clock.now()), StepKind.CLOSED)
    await chat.play("""
        ⏰ 2026-12-23 23:00
        ⏰ 2026-12-24 09:00
        机器人→陈安> [卡片] 隐患回头看：YH-20261123-001 3号车间：配电箱门坏了。11月24日(周二)销的号…
        陈安> 按 [没有复发]
        机器人> [卡片] YH-20261123-001 回头看 记下了：没有复发。谢谢。
        陈安> 按 [又出现了]
        机器人> [卡片] YH-20261123-001 回头看 已经有人看过了，没有改动。
    """)


async def test_what_came_back_is_opened_again(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.CLOSED, grade=Grade.GENERAL))
    await chat.play("""
        ⏰ 2026-12-23 09:00
        机器人→陈安> [卡片] …
        陈安> 按 [又出现了]
        机器人→张三> 你报的 YH-20261123-001（3号车间：配电箱门坏了）：回头看时又出现了，已经重开。
        机器人→王强> YH-20261123-001 3号车间：配电箱门坏了：回头看时又出现了，已经重开，请重新整改。
        机器人> [卡片] YH-20261123-001 回头看 已经重开，责任人已通知。
        ⏰ 2026-12-24 09:00
        机器人→王强> [卡片] 隐患请你整改 YH-20261123-001 这条派给了你，还没有按「收到」。…
    """)


async def test_whether_work_stops_is_asked_until_somebody_decides(chat: Chat) -> None:
    chat.clock.time = datetime.fromisoformat("2026-11-28T23:00:00+08:00")
    it = hazard(chat, HazardState.GRADED, grade=Grade.MAJOR)
    await given(chat, replace(it, plan=Plan()))
    words = "重大隐患 YH-20261123-001：30 分钟内决定停不停产 3号车间：配电箱门坏了。"
    await chat.play(f"""
        ⏰ 2026-11-28 23:29
        ⏰ 2026-11-28 23:30
        机器人→赵国强> [卡片] {words}半小时了还没有人决定，请你来定。 {REASONS} {STOP}
        机器人→陈安> [卡片] 重大隐患请你派单 YH-20261123-001 登记半小时了，还没有派单。请派单。…
        赵国强> 按 [边整改边生产]
        机器人> [卡片] {words}边整改边生产要有理由，请先选一个理由再按。 {REASONS} {STOP}
        赵国强> 按 [停产撤人]
        机器人→王强> 重大隐患 YH-20261123-001（3号车间 配电箱门坏了）：赵国强 决定停产撤人。{ORDER}
        机器人→陈安> 重大隐患 YH-20261123-001（3号车间 配电箱门坏了）：赵国强 决定停产撤人。{ORDER}
        机器人→张三> 你报的 YH-20261123-001（3号车间 配电箱门坏了）：已决定停产撤人。{ORDER}
        机器人→集团工作群> 【安全】3号车间 配电箱门坏了：停产撤人。{ORDER}（YH-20261123-001）
        机器人→项目A工作群> …
        机器人→项目B工作群> …
        机器人> [卡片] YH-20261123-001 停不停产 已决定：停产撤人。责任人和相关负责人已通知。请确认人都撤出来了。
        ⏰ 2026-11-29 00:00
        机器人→钱卫东> …
    """)


async def test_a_major_one_is_reported_on_every_day(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.MAJOR, due=date(2026, 12, 20)))
    await chat.core.records.hazards.note("YH-20261123-001", StepKind.STOP_DECIDED, "停产撤人", by=desk(chat).act)
    await chat.play(f"""
        ⏰ 2026-11-23 16:30
        机器人→王强> {MAJOR} 请在 18:30 前报今天的进展：做了什么，还差什么。…
        ⏰ 2026-11-23 18:30
        机器人→陈安> [卡片] 重大隐患 YH-20261123-001 今天还没有王强的日报，请问一问现场情况。…
        ⏰ 2026-11-24 09:00
        机器人→陈安> [卡片] 重大隐患 YH-20261123-001 重大隐患要报监管部门，并向职代会报告（安全生产法第41条），…
        ⏰ 2026-11-24 16:30
        机器人→王强> …
    """)


async def test_who_has_left_is_not_reminded_but_replaced(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, due=date(2026, 11, 23), owner=UserId("gone")))
    await chat.play("""
        ⏰ 2026-11-24 09:00
        机器人→陈安> [卡片] 隐患请你派单 YH-20261123-001 责任人已经不在公司，请改派。…
    """)


async def test_who_was_not_told_the_day_before_is_told_on_the_last_day(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 30)))
    chat.clock.time = datetime.fromisoformat("2026-11-28T23:00:00+08:00")
    await chat.play(f"""
        ⏰ 2026-11-28 23:30
        ⏰ 2026-11-30 09:00
        机器人→王强> {OWNER} 11月30日(周一)到期。{BUTTONS}…
        ⏰ 2026-12-01 09:00
        机器人→王强> {OWNER} 期限11月30日(周一)，已经超期 1 个工作日。{BUTTONS}…
    """)


async def test_after_a_stop_nobody_is_disturbed_at_night(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25)))
    await given(chat, hazard(chat, HazardState.CLOSED, number="YH-20261123-002"))
    chat.clock.time = datetime.fromisoformat("2026-12-23T23:00:00+08:00")
    await chat.play(f"""
        ⏰ 2026-12-24 08:59
        ⏰ 2026-12-24 09:00
        机器人→陈安> [卡片] 隐患回头看：YH-20261123-002 …
        机器人→钱卫东> …
        机器人→王强> {OWNER} 期限11月25日(周三)，已经超期 21 个工作日。{BUTTONS}…
        机器人→赵国强> …
    """)
