"""Hazards that come back, that come of something else, and what their reporters can still do."""

from datetime import date

from bot.domain.safety.hazards.hazard import HazardFacts, HazardKind, HazardState, Plan
from bot.identifiers import UserId
from bot.services.safety.hazards.reporting import open_hazard
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Card, Content, ToPerson
from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED
from tests.services.leave.pages import PHOTO, send

FACTS = HazardFacts("3号车间", "灭火器过期", HazardKind.FIRE)


async def desk(chat: Chat, told: list[tuple[Address, Content]]) -> JobContext:
    now = chat.clock.now()
    act = Act("job:inspection", "inspection", "任务", "test", now)
    return JobContext(now, now, chat.company, chat.core.records, act, lambda to, what: told.append((to, what)))


async def test_what_comes_of_an_inspection_is_looked_at_by_the_officers(chat: Chat) -> None:
    told: list[tuple[Address, Content]] = []
    context = await desk(chat, told)
    hazard = await chat.core.database.transact(lambda: open_hazard(context, FACTS, source="JC-20261122-001"))
    assert (hazard.number, hazard.source, hazard.state) == (
        "YH-20261122-001",
        "JC-20261122-001",
        HazardState.REPORTED,
    )
    ((to, card),) = told
    assert to == ToPerson(UserId("chenan"))
    assert isinstance(card, Card)
    assert ("报告人", "JC-20261122-001") in card.fields


async def test_a_measure_after_an_accident_has_its_owner_at_once(chat: Chat) -> None:
    told: list[tuple[Address, Content]] = []
    context = await desk(chat, told)
    plan = Plan(UserId("wangqiang"), "换新的", due=date(2026, 12, 1))
    hazard = await chat.core.database.transact(lambda: open_hazard(context, FACTS, source="SG-20261122-001", plan=plan))
    assert (hazard.state, hazard.plan) == (HazardState.ASSIGNED, plan)
    assert [to for to, _ in told] == [ToPerson(UserId("wangqiang"))]


async def test_what_comes_back_after_it_was_closed_is_opened_again(chat: Chat) -> None:
    await chat.play(GIVEN)
    await send(chat, "王强", PHOTO)
    for who, words in (("王强", "/申请验收 YH-20261122-001"), ("陈安", "/验收 YH-20261122-001 通过")):
        await chat.say(who, words)
    chat.said()
    await chat.play("""
        李四> /隐患 三号车间 配电箱门又坏了
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-002 配电箱门又坏了
        YH-20261122-001 一个月内刚销号，可能又出现了。…
        机器人> [卡片] 已登记 YH-20261122-002…
        陈安> 按 [重开上一条]
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：又出现了，已经重开，重新整改。
        机器人→李四> 你报的 YH-20261122-002（三号车间：配电箱门又坏了）：它是上次的 YH-20261122-001 又出现了，已重开…
        机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
        机器人> [卡片] YH-20261122-002 三号车间：配电箱门又坏了 已重开 YH-20261122-001，还是王强整改。
    """)


async def test_it_is_taken_back_as_long_as_nobody_has_touched_it(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        李四> /撤回 YH-20261122-001
        机器人> YH-20261122-001 不是你报的，这一步要由报告人办。
        张三> /撤回 YH-20261122-001
        机器人> 已撤回 YH-20261122-001。
        陈安> 按 [属实·一般]
        机器人> [卡片] 没有办成 YH-20261122-001 现在是已撤回，办不了这一步。又出现了就重新报一次。
    """)


async def test_what_is_given_to_somebody_is_not_taken_back(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        张三> 按 [撤回]
        机器人> [卡片] 没有办成 YH-20261122-001 已经待接单，不能撤回。报错了请告诉安全管理员。
    """)


async def test_who_reports_without_end_is_stopped(chat: Chat) -> None:
    for number in range(20):
        await chat.say("张三", f"/隐患 {number + 1}号车间 灭火器过期了")
    chat.said()
    await chat.play("""
        张三> /隐患 21号车间 灭火器过期了
        机器人> 一小时内已经报了 20 条，这条没有登记。多的话请直接打电话告诉安全管理员。
    """)


async def test_who_has_just_reported_an_accident_tells_more_of_it(chat: Chat) -> None:
    await chat.say("张三", "/事故 仓库着火 人都出来了")
    chat.said()
    await chat.say("张三", "旁边的货架歪了要倒")
    assert "已补充到 SG-20261122-001，也转给了安全管理员。" in [each.words for each in chat.said()]


async def test_somebody_is_hurt_after_all(chat: Chat) -> None:
    """One press, and it is an accident; whom he told of it is told again, as of one."""
    await chat.play(REPORTED)
    await chat.play("""
        张三> 按 [有人受伤，点这里]
        机器人→陈安> [卡片] 紧急！其他 SG-20261122-001 3号车间 配电箱门坏了 有人受伤 地点：3号车间 伤者：至少 1 人…
        机器人→王强> [卡片] 紧急！其他 SG-20261122-001…
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 YH-20261122-001 已转为事故 SG-20261122-001…
    """)
