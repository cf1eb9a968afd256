"""Whoever is reminded of several hazards gets one list, and picks from it the card that he may press."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardFacts, HazardKind, HazardState, StepKind
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.hazard_clock import hazard_clock
from scheduler.hazard_reminders import hazard_reminders
from tests.chat import Chat
from tests.services.safety.hazards.given import becomes, desk, given, hazard

MONDAY = datetime.fromisoformat("2026-11-23T10:00:00+08:00")
OIL = HazardFacts("二楼楼梯口", "有油", HazardKind.SURROUNDINGS)
TWO = "1. 3号车间 配电箱门坏了：11月25日(周三)到期\n        2. 二楼楼梯口 有油：11月25日(周三)到期"
PICK = "(001 3号车间 配电箱门坏…|002 二楼楼梯口 有油) [打开]"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_clock, hazard_reminders]


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, now=MONDAY)
    yield chat
    await chat.close()


async def owned(chat: Chat) -> None:
    """Two of 王强's, due on Wednesday."""
    fixing = hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25))
    await given(chat, replace(fixing, accepted_at=MONDAY))
    oil = hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25), facts=OIL)
    await given(chat, replace(oil, number="YH-20261123-002", accepted_at=MONDAY))


async def test_several_of_a_morning_are_one_list(chat: Chat) -> None:
    await owned(chat)
    await chat.play(f"""
        ⏰ 2026-11-24 09:00
        机器人→王强> [卡片] 有 2 条隐患要你看 {TWO} {PICK}
        王强> 选 [002 二楼楼梯口 有油] 按 [打开]
        机器人→王强> [卡片] 隐患请你整改 YH-20261123-002 11月25日(周三)到期。…
        机器人> [卡片] 有 2 条隐患要你看 {TWO} {PICK}
        ⏰ 2026-11-24 23:00
    """)


async def test_what_is_done_leaves_the_list(chat: Chat) -> None:
    await owned(chat)
    await chat.play("""
        ⏰ 2026-11-24 09:00
        机器人→王强> …
    """)
    for number in ("YH-20261123-001", "YH-20261123-002"):
        it = await chat.core.records.hazards.get(number)
        assert it
        await becomes(chat, replace(it, state=HazardState.TO_VERIFY, asked_at=chat.clock.now(), version=it.version))
    await chat.play("""
        王强> 选 [002 二楼楼梯口 有油] 按 [打开]
        机器人> [卡片] 隐患提醒 这些都有人办过了，不用再看。
    """)


async def test_nothing_picked_is_asked_for(chat: Chat) -> None:
    await owned(chat)
    await chat.play("""
        ⏰ 2026-11-24 09:00
        机器人→王强> …
        王强> 按 [打开]
        机器人> [卡片] 没有办成 先在下拉里选一条，再按「打开」。
    """)


async def test_of_many_the_most_pressing_stand_on_it(chat: Chat) -> None:
    for number in range(1, 61):  # more than one run of the clock takes
        it = hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 25), facts=OIL)
        await given(chat, replace(it, number=f"YH-20261123-{number:03}"))
    await chat.play("""
        ⏰ 2026-11-24 09:00
        机器人→王强> [卡片] 有 60 条隐患要你看 1. 二楼楼梯口 有油：11月25日(周三)到期
        2. …
        ⏰ 2026-11-24 23:00
    """)


async def test_who_stands_above_asks_for_it_once_a_day(chat: Chat) -> None:
    it = hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 18), owner=UserId("zhangsan"))
    await given(chat, it)
    await chat.play("""
        ⏰ 2026-11-24 09:00
        机器人→王强> [卡片] 隐患 YH-20261123-001 期限11月18日(周三)，已经超期 4 个工作日，责任人是张三。…
        机器人→张三> …
        王强> 按 [催一下]
        机器人→张三> [卡片] 隐患请你整改 YH-20261123-001 王强请你尽快办这一条。…
        机器人> [卡片] 隐患 YH-20261123-001 已提醒张三。
        配电箱门坏了 地点：3号车间 状态：整改中 责任人：张三 期限：11月18日(周三)前 [看每一步] [催一下]
        王强> 按 [催一下]
        机器人> [卡片] 没有办成 YH-20261123-001 今天已经催过了，明天还没有动静再催。
        王强> 按 [看每一步]
        机器人→王强> YH-20261123-001 3号车间：配电箱门坏了
        整改中，一般隐患，期限11月18日(周三)，已经超期。责任人 张三。
        11-23 10:00 登记（张三）
        11-24 09:00 提醒：超期，提醒到部门负责人（期限11月18日(周三)）
        11-24 09:00 提醒：催办（王强）
        机器人> [卡片] 隐患 YH-20261123-001 每一步私聊发你了。…
    """)


async def test_it_is_given_to_somebody_by_its_card(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.GRADED, grade=Grade.GENERAL))
    await chat.play("""
        ⏰ 2026-11-23 10:30
        机器人→陈安> [卡片] 隐患请你派单 YH-20261123-001 登记半小时了，还没有派单。请派单。…
        陈安> 选 [王强] 按 [派给他]
        机器人→王强> [卡片] 隐患请你整改 YH-20261123-001…
        机器人→张三> 你报的 YH-20261123-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
        机器人> [卡片] YH-20261123-001 3号车间：配电箱门坏了 已派给王强，11月30日(周一)前。五落实还缺…
        陈安> 选 [王强] 按 [派给他]
        机器人> [卡片] 没有办成 YH-20261123-001 已经派给王强了。要改派，发「/整改 YH-20261123-001 责任人」。
    """)


async def test_how_the_day_went_is_answered_by_the_card(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.MAJOR, due=date(2026, 12, 20)))
    await chat.core.records.hazards.note("YH-20261123-001", StepKind.STOP_DECIDED, "停产撤人", by=desk(chat).act)
    await chat.play("""
        ⏰ 2026-11-23 16:30
        机器人→王强> …
        王强> 按 [报进展]
        机器人> [卡片] YH-20261123-001 3号车间：配电箱门坏了 今天做了什么，还差什么？直接回复就行…
        王强> 旧门拆了
        机器人→陈安> YH-20261123-001 今天的进展（王强）：旧门拆了
        机器人> YH-20261123-001 今天的进展记下了，安全管理员已通知。
        ⏰ 2026-11-24 09:00
        机器人→陈安> …
        陈安> 按 [看报告草稿]
        机器人→陈安> 重大事故隐患报告（草稿）YH-20261123-001…
        机器人> [卡片] 重大隐患 YH-20261123-001 报告草稿私聊发你了。…
        陈安> 按 [已经报了]
        机器人> [卡片] YH-20261123-001 3号车间：配电箱门坏了 报给了谁，什么时候？直接回复就行…
        陈安> 县应急管理局 10点
        机器人> YH-20261123-001 记下了：已报县应急管理局 10点。不再提醒；情况有变化要补报。
    """)
