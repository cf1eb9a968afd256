"""A leave is moved: one ends and another is asked for, both or neither; the new one is decided anew."""

from dataclasses import dataclass
from typing import Final

from bot.arguments.moved_leaves import written
from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.relocating import NewTime, moved_to
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, When
from bot.domain.leave.requests.states import bad_state
from bot.domain.leave.requests.wishes import Wanted, weigh
from bot.errors import Candidate, Defect
from bot.services.approvals.approvals import Approvals
from bot.services.leave.changes.changing import still_there, take_back
from bot.services.leave.requests.asking import ask
from bot.services.leave.requests.own import kind_of
from bot.services.leave.requests.payload import RELATION
from bot.services.leave.requests.telling import tell_of
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOVABLE: Final = frozenset({LeaveState.PENDING, LeaveState.APPROVED})


@dataclass(frozen=True, slots=True)
class Plan:
    """What it would come to. `said`: the new one with what it costs; `line`: as it is typed."""

    when: Span | TimeSpan
    said: str

    @property
    def line(self) -> str:
        return f"改到{written(self.when)}"


def planned(ctx: Context, leave: LeaveRequest, to: NewTime) -> Plan:
    """As far as can be told before it is done. Raises UserError."""
    ensure_movable(leave, ctx)
    when = _new_time(ctx, leave, to)
    weighed = weigh(Wanted(leave.type, when), leave.user, ctx.company, ctx.now)
    return Plan(when, weighed.said(ctx.now.date()))


async def move(ctx: Context, approvals: Approvals, leave: LeaveRequest, to: NewTime, why: str = "") -> Reply:
    """Raises UserError, and the old one is as it was."""
    ensure_movable(leave, ctx)
    when = _new_time(ctx, leave, to)
    request = await ctx.store.requests.get(leave.number)
    relation = request.draft.payload.get(RELATION, "") if request else ""
    reason = why or await ctx.store.leaves.reason(leave.number) or ""
    wanted = Wanted(
        leave.type,
        when,
        reason,
        relation,
        replaces=leave.number,
    )
    await take_back(ctx, approvals, leave)
    answer = await ask(ctx, approvals, wanted)
    if not isinstance(answer.content, str):
        raise Defect("a wish for leave is answered in words")
    said, today = leave.said(ctx.now.date()), ctx.now.date()
    name = ctx.company.name_of(leave.user)
    words = f"{name} 改期：{said}（{leave.number}）不休了，想改到{when.said(today)}，另行申请。"
    told = await tell_of(ctx, leave.number, words)
    first = f"{leave.number} {said}不休了，改到{when.said(today)}，要重新审批。{told}{await still_there(ctx, leave)}"
    return Reply(f"{first}\n{answer.content}", private=True)


def ensure_movable(leave: LeaveRequest, ctx: Context) -> None:
    """Raises UserError."""
    if leave.state is LeaveState.RUNNING or (leave.state is LeaveState.APPROVED and leave.begins <= ctx.now):
        refused = bad_state(f"{leave.number} 已经开始，不能改期。提前回来请发 /销假 {leave.number}，另一段再发 /请假。")
        refused.offer = Candidate("销假", put=f"/销假 {leave.number}")
        raise refused
    if leave.state not in MOVABLE:
        raise bad_state(f"{leave.number} 现在是{leave.state}，不能改期。要休请发 /请假 重新请。")


def _new_time(ctx: Context, leave: LeaveRequest, to: NewTime) -> Span | TimeSpan:
    when: When = moved_to(leave.when, to, kind_of(ctx, leave), ctx.company.schedule(leave.user))
    if isinstance(when, Daily):
        raise Defect("what recurs was moved")
    return when
