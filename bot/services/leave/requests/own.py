"""One's own leaves: another's is answered like none. Which of them is meant, and what goes on from it."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from bot.arguments.which_leave import WhichLeave
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.ledgers.booking import Entries
from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Candidate, Code, UserError
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context

ON_A_LIST: Final = 16  # characters
MOST_NAMED: Final = 5


async def numbered(ctx: Context, number: str) -> LeaveRequest:
    """Raises UserError, the same for another's leave as for none."""
    leave = await ctx.store.leaves.get(number, ctx.now)
    if leave is None or leave.user != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, f"你没有编号是 {number} 的假。发 /我的请假 看有哪些。")
    return leave


async def meant(
    ctx: Context, which: WhichLeave, states: Collection[LeaveState], *, verb: str, nothing: str
) -> LeaveRequest:
    """The one that fits; one in another state where it is the only one, so that its state can be said.

    Raises UserError with `nothing` where none fits, and with candidates where several do.
    """
    if which.number:
        return await numbered(ctx, which.number)
    mine = await ctx.store.leaves.of(ctx.sender.user_id, ctx.now, since=ctx.now)
    taking_place = {each.number for each in mine if each.took_place}
    wished = [each for each in mine if each.replaces not in taking_place]  # the others HR has made of them
    fitting = [each for each in wished if each.state.is_open and _fits(each, which, _schedule(ctx))]
    found = _by_day_first([each for each in fitting if each.state in states]) or fitting[:1]
    if not found:
        others = [each for each in wished if each.state in states]
        raise UserError(Code.BAD_STATE, _none_fits(others, ctx) if others else nothing)
    if len(found) > 1:
        raise _which(found, verb, ctx)
    return found[0]


async def going_on(desk: Desk, leave: LeaveRequest) -> tuple[LeaveRequest, ...]:
    """Those that prolong it and are still to come, or run."""
    mine = await desk.store.leaves.of(leave.user, desk.now, since=min(desk.now, leave.begins))
    return tuple(each for each in mine if each.continues == leave.number and each.state.is_open)


def described(desk: Desk, leave: LeaveRequest) -> str:
    """`年假 11月23日(周一)下午，0.5 天`"""
    said, kind = leave.said(desk.now.date()), desk.company.leave.types.get(leave.type)
    return said if kind is None or isinstance(leave.when, Daily) else f"{said}，{kind.counting.said(leave.amount)}"


def came_back(desk: Desk, leave: LeaveRequest, entries: Entries) -> str:
    """What is released, as a sentence; empty where nothing was held."""
    return given_back(desk, leave, sum((each.amount for each in entries if each.kind is EntryKind.RELEASED), NOTHING))


def given_back(desk: Desk, leave: LeaveRequest, amount: Decimal) -> str:
    kind = desk.company.leave.types.get(leave.type)
    return f"占用的 {kind.counting.said(amount)}已经退回。" if kind and amount else ""


def kind_of(desk: Desk, leave: LeaveRequest) -> LeaveType:
    """Raises UserError where it was switched off since."""
    kind = desk.company.leave.types.get(leave.type)
    if kind is None:
        raise UserError(Code.BAD_STATE, f"{leave.type}已经停用，{leave.number} 请找人力资源处理。")
    return kind


def _schedule(ctx: Context) -> Schedule:
    return ctx.company.schedule(ctx.sender.user_id)


def _fits(leave: LeaveRequest, which: WhichLeave, schedule: Schedule) -> bool:
    if which.kind and which.kind.name != leave.type:
        return False
    first, last = schedule.date_of(leave.begins), schedule.date_of(leave.ends - timedelta(minutes=1))
    return which.day is None or first <= which.day <= last


def _by_day_first(leaves: Sequence[LeaveRequest]) -> Sequence[LeaveRequest]:
    """An hour less a day is meant where it is named, or alone."""
    return [each for each in leaves if not isinstance(each.when, Daily)] or leaves


def option(ctx: Context, number: str, said: str) -> Candidate:
    """To choose from; in a group its number alone, since what it is is nobody's business."""
    return Candidate(number, label=number if ctx.chat.is_group else f"{number[-3:]} {said}"[:ON_A_LIST])


def _none_fits(others: Sequence[LeaveRequest], ctx: Context) -> str:
    """He has some, but not what he said."""
    shown = [each.number if ctx.chat.is_group else f"{each.number} {each.said(ctx.now.date())}" for each in others]
    return f"没有对得上的假。你有：{'、'.join(shown[:MOST_NAMED])}。请写上编号再发一次。"


def _which(leaves: Sequence[LeaveRequest], verb: str, ctx: Context) -> UserError:
    ordered = sorted(leaves, key=lambda each: each.number)
    candidates = [option(ctx, each.number, each.said(ctx.now.date())) for each in ordered]
    return UserError(Code.AMBIGUOUS_TARGET, f"你有 {len(leaves)} 条假，{verb}哪一条？", candidates=candidates)
