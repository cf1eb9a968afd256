"""Days of a leave that HR has turned into sick leave: a leave of their own, for a part of one that took place."""

from bot.domain.calendar.span import Half, Span
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.returning import returned
from bot.domain.leave.requests.states import bad_state, cancelled
from bot.services.approvals.kinds import Desk
from bot.services.leave.requests.moving import held, keep
from bot.services.leave.requests.own import kind_of


async def turned_of(desk: Desk, leave: LeaveRequest) -> tuple[LeaveRequest, ...]:
    """Those that still count. One that the leave was moved to has its own place, since the leave itself is off then."""
    mine = await desk.store.leaves.of(leave.user, desk.now, since=leave.begins)
    return tuple(each for each in mine if each.replaces == leave.number and each.took_place and leave.took_place)


def days_of(turned: tuple[LeaveRequest, ...]) -> tuple[Span, ...]:
    return tuple(each.when for each in turned if isinstance(each.when, Span))


async def ensure_not_turned(desk: Desk, leave: LeaveRequest) -> None:
    """Raises UserError for a sick leave that HR made of another one: only HR changes that."""
    origin = await desk.store.leaves.get(leave.replaces, desk.now) if leave.replaces else None
    if origin and origin.took_place:
        way = f"提前上班请发 /销假 {origin.number}，其他的请找人力资源。"
        raise bad_state(f"{leave.number} 是人力资源由 {origin.number} 转来的{leave.type}，不能单独改。{way}")


async def cut_short(desk: Desk, leave: LeaveRequest, half: Half | None) -> None:
    """Who is back at work from `leave.returned_on` on isn't ill any more either."""
    for each in await turned_of(desk, leave):
        before = await held(desk, each.number)
        if before is None or before.ends <= leave.ends or leave.returned_on is None:
            continue
        if before.state is LeaveState.APPROVED and before.begins > desk.now:
            await keep(desk, before, cancelled(before, desk.now))
        elif before.state is LeaveState.RUNNING:
            kind, schedule = kind_of(desk, before), desk.company.schedule(before.user)
            after = returned(before, kind, leave.returned_on, schedule, desk.now, half=half)
            await keep(desk, before, after)
