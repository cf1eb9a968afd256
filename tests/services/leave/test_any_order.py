"""Asked for, agreed to, refused, taken back, called off, cut short, moved, ill meanwhile, in any order, as people type:
the ledger is what a recount of the leaves gives, and nobody is away twice at once."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.identifiers import UserId
from bot.storage.leave.leave import LeaveLedgerTable, LeaveTable
from scheduler.leave_days import move
from tests.chat import Chat
from tests.in_memory import in_memory

WHO = UserId("zhangsan")
ALL = Decimal(5)
WAITING = {LeaveState.PENDING, LeaveState.APPROVED}
BEGUN = {LeaveState.RUNNING, LeaveState.ENDED}

DAYS = st.integers(23, 30)
WISHES = st.builds(
    lambda kind, first, length, half: (
        f"/请假 {kind} 11.{first}{half if not length else f'-11.{min(30, first + length)}'}"
    ),
    st.sampled_from(["年假", "年假", "年假", "事假"]),
    DAYS,
    st.integers(0, 4),
    st.sampled_from(["", "上午", "下午"]),
)


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody types a line about the `which`-th leave, or (`hours`) time passes. `agreed`: those who decide agree."""

    who: str = "张三"
    line: str = ""
    which: int = 0
    hours: int = 0
    agreed: bool = False


ABOUT = st.one_of(
    st.sampled_from([("王强", "/驳回 {} 忙"), ("张三", "/撤回 {}"), ("张三", "/取消 {}")]),
    st.builds(lambda day: ("张三", f"/销假 {{}} 11.{day}"), DAYS),
    st.builds(lambda day: ("张三", f"/销假 {{}} 11.{day}下午"), DAYS),
    st.builds(lambda day: ("张三", f"/改期 {{}} 11.{day}"), DAYS),
    st.builds(lambda days: ("张三", f"/改期 {{}} 推迟{days}天"), st.integers(1, 3)),
    st.builds(lambda day, to: ("李娜", f"/转病假 {{}} 11.{day}-11.{max(day, to)}"), DAYS, DAYS),
)
CHANGES = st.builds(
    lambda about, which, agreed: Step(about[0], about[1], which, agreed=agreed), ABOUT, st.integers(0, 5), st.booleans()
)
STEPS = st.one_of(
    st.builds(lambda line, agreed: Step(line=line, agreed=agreed), WISHES, st.booleans()),
    CHANGES,
    CHANGES,
    st.builds(lambda hours: Step(hours=hours), st.sampled_from([30, 24, 48, 3])),
)


ILL_AND_BACK = (
    Step(hours=30),
    Step("李娜", "/转病假 {} 11.24"),
    Step("张三", "/销假 {} 11.25"),
    Step("李娜", "/转病假 {} 11.23-11.24"),
    Step(line="/请假 年假 11.26-11.27", agreed=True),
    Step("张三", "/改期 {} 推迟1天", which=2, agreed=True),
    Step(hours=90),
    Step("李娜", "/转病假 {} 11.27", which=3),
)


@example(ILL_AND_BACK)
@given(st.lists(STEPS, min_size=4, max_size=14))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_ledger_is_what_a_recount_gives(steps: Sequence[Step]) -> None:
    asyncio.run(_played(steps))


async def _played(steps: Sequence[Step]) -> None:
    database = await in_memory()
    chat = await Chat.open(database, jobs=(move,))
    try:
        for step in [Step(line="/请假 年假 11.23-11.25", agreed=True), *steps]:
            await _take(chat, step)
            await _check(chat.clock.now())
    finally:
        await chat.close()
        await database.close()


async def _take(chat: Chat, step: Step) -> None:
    if step.hours:
        await chat.advance(chat.clock.now() + timedelta(hours=step.hours))
        return
    numbers = sorted(each.number for each in await _leaves(chat.clock.now()))
    line = step.line.format(numbers[step.which % len(numbers)] if numbers else "QJ-20261122-001")
    await chat.say(step.who, line)
    said = chat.said()
    assert not any("出了点问题" in each.words for each in said)
    if said and "[确认]" in said[-1].words:
        await chat.press(step.who, chat.newest_card, "yes")
    for decides in ("王强", "李娜") if step.agreed else ():
        for each in await _leaves(chat.clock.now()):
            if each.state is LeaveState.PENDING:
                await chat.say(decides, f"/同意申请 {each.number}")
    chat.said()


async def _leaves(now: datetime) -> Sequence[LeaveRequest]:
    return await LeaveTable().of(WHO, now, since=now - timedelta(days=60))


async def _check(now: datetime) -> None:
    leaves = await _leaves(now)
    own = [each for each in leaves if each.type == "年假"]
    tally = (await LeaveLedgerTable().of(WHO)).balance("年假", 2026)
    assert tally.held == sum(each.amount for each in own if each.state in WAITING)
    assert tally.used == sum(each.amount - each.unused for each in own if each.state in BEGUN)
    assert all(0 <= each.unused <= each.amount for each in leaves)
    assert tally.left == ALL - tally.held - tally.used >= 0
    standing = [each for each in leaves if each.took_place]
    for one, other in combinations(standing, 2):
        if one.number not in (other.replaces, other.continues) and other.number != one.replaces:
            assert not (one.begins < other.ends and other.begins < one.ends), (one.number, other.number)
