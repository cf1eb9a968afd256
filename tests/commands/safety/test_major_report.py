"""The report of a major hazard grows by its parts; once a human has filed it nobody is reminded any more."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState, StepKind
from bot.shapes.job import Job
from scheduler.hazard_clock import hazard_clock
from scheduler.hazard_reminders import hazard_reminders
from tests.chat import Chat
from tests.services.safety.hazards.given import desk, given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [hazard_clock, hazard_reminders]


async def test_it_is_drafted_and_filed(chat: Chat) -> None:
    it = hazard(chat, HazardState.FIXING, grade=Grade.MAJOR, due=date(2026, 12, 20))
    await given(chat, it)
    await chat.core.records.hazards.note(it.number, StepKind.STOP_DECIDED, "停产撤人", by=desk(chat).act)
    await chat.play("""
        陈安> /重大隐患报告 YH-20261123-001 门轴断了
        机器人> 没看出是哪一部分。写成：/重大隐患报告 YH-20261123-001 原因：… 危害：… 方案：…，写哪几样都行。
        陈安> /重大隐患报告 YH-20261123-001 原因：门轴断了 方案：换箱
        机器人> …
        陈安> /重大隐患报告 YH-20261123-001 方案：整箱更换
        机器人> 重大事故隐患报告（草稿）YH-20261123-001
        单位和部位：生产部，3号车间；类别：电气
        一、现状及原因：门轴断了
        二、危害程度和整改难度：（待补）
        三、治理方案：整箱更换
        · 目标和措施：换门
        · 经费和物资：500 元
        · 责任人：王强
        · 时限：2026年12月20日(周日)
        · 安全措施和应急预案：断电；停产决定：停产撤人
        补充发 /重大隐患报告 YH-20261123-001 原因：… 危害：… 方案：…
        人报过以后，发 /重大隐患报告 YH-20261123-001 已报 单位 时间。
        陈安> /重大隐患报告 YH-20261123-001 已报
        机器人> 报给了谁、什么时候？例如：/重大隐患报告 YH-20261123-001 已报 县应急管理局 今天10点，职代会 下午。
        陈安> /重大隐患报告 YH-20261123-001 已报 县应急管理局 10点
        机器人> YH-20261123-001 记下了：已报县应急管理局 10点。不再提醒；情况有变化要补报。
        ⏰ 2026-11-23 12:00
        机器人→王强> …
        机器人→陈安> …
        张三> /重大隐患报告 YH-20261123-001
        机器人> 「重大隐患报告」由集团高管、安全管理员使用。发 /帮助 看看你能用什么。
    """)
