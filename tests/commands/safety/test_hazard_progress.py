"""How hazards stand: who asks sees as much as is his business."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardFacts, HazardKind, HazardState
from bot.identifiers import UserId
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import HIDDEN, given, hazard

IT = "YH-20261123-001 3号车间：配电箱门坏了"
LINE = "YH-20261123-001 3号车间 配电箱门坏了"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_whom_it_concerns_sees_the_steps_and_the_others_that_it_is_there(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.GENERAL, due=date(2026, 11, 27)))
    await chat.play(f"""
        张三> /隐患进度 YH-20261123-001
        机器人> {IT}
        整改中，一般隐患，期限11月27日(周五)。责任人 王强。
        11-22 10:00 登记（张三）
        王五> /隐患进度 yh20261123001
        机器人> {IT}
        整改中，一般隐患，期限11月27日(周五)。
        陈安@项目A工作群> /隐患进度 YH-20261123-001
        机器人@项目A工作群> {IT}
        整改中，一般隐患，期限11月27日(周五)。
        王五> /隐患进度 QJ-20261123-001
        机器人> QJ-20261123-001 不是隐患的编号，隐患的编号以 YH 开头。请核对编号。
    """)


async def test_a_hidden_reporter_is_not_named_to_anybody(chat: Chat) -> None:
    await given(chat, hazard(chat, facts=HIDDEN))
    await chat.play(f"""
        陈安> /隐患进度 YH-20261123-001
        机器人> {IT}
        待核实。
        11-22 10:00 登记（已隐去）
        张三> /隐患进度
        机器人> 你报的 1 条：待核实 1 条。
        {LINE}：待核实。
    """)


async def test_ones_own_affairs(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, due=date(2026, 11, 20)))
    store = hazard(chat, number="YH-20261123-002", facts=HazardFacts("仓库", "有油", HazardKind.SURROUNDINGS))
    await given(chat, store, reporter=UserId("wangwu"))
    late = f"{LINE}：整改中，期限11月20日(周五)，已经超期。"
    await chat.play(f"""
        王强> /隐患进度
        机器人> 要你整改的 1 条：整改中 1 条，超期 1 条。
        {late}
        归你管的区域 1 条：待核实 1 条。
        YH-20261123-002 仓库 有油：待核实。
        王五> 我报的隐患怎么样了
        机器人> 你报的 1 条：待核实 1 条。
        YH-20261123-002 仓库 有油：待核实。
        李四> 3号车间的隐患整改到哪一步了
        机器人> 3号车间未销号 1 条：整改中 1 条，超期 1 条。
        {late}
        李四> /隐患进度 研发部
        机器人> 研发部没有未销号的隐患。
        李四> /隐患进度 火星
        机器人> 没有「火星」这个区域或部门。写编号、车间或部门，例如：/隐患进度 生产部。
        李四> /隐患进度 本月
        机器人> 隐患统计 11月1日(周日)至11月22日(周日)：发现 2 条，其中重大 0 条，重复 0%；…
    """)
