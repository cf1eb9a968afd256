"""A leave goes from one state to the next, and its ledger with it, in one transaction."""

from datetime import datetime
from typing import Final

from bot.domain.leave.ledgers.booking import Entries
from bot.domain.leave.requests.following import following
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.states import advanced
from bot.errors import Defect
from bot.services.approvals.approvals import JOB as APPROVALS
from bot.services.approvals.kinds import Desk
from bot.services.office.wanting import note_change

JOB: Final = "leave-days"
CHANGES: Final = {
    LeaveState.APPROVED: "approved",
    LeaveState.RUNNING: "begun",
    LeaveState.ENDED: "ended",
    LeaveState.REJECTED: "rejected",
    LeaveState.WITHDRAWN: "withdrawn",
    LeaveState.LAPSED: "lapsed",
    LeaveState.CANCELLED: "cancelled",
}
SHORTENED: Final = "shortened"  # it goes on, or is over, with less of it used


async def held(desk: Desk, number: str) -> LeaveRequest | None:
    """The leave as it is now; nobody else changes it or its ledger before this transaction ends."""
    leave = await desk.store.leaves.get(number, desk.now)
    if leave is None:
        return None
    await desk.store.leave_ledgers.hold(leave.user)
    return await desk.store.leaves.get(number, desk.now)


async def keep(desk: Desk, before: LeaveRequest, after: LeaveRequest) -> Entries:
    """What that did to the ledger. `before` is what `held` gave."""
    change = CHANGES[after.state] if after.state is not before.state else SHORTENED
    if not await desk.store.leaves.save(after, was=before.version, change=change, by=desk.act):
        raise Defect("a leave was changed by somebody who didn't hold it")
    entries = following(await desk.store.leave_ledgers.of(after.user), after, on=desk.now.date())
    await desk.store.leave_ledgers.write(after.user, entries, by=desk.act)
    await hasten(desk)
    if change == SHORTENED or after.state is LeaveState.CANCELLED:
        await note_change(desk, after)
    if after.state in (LeaveState.RUNNING, LeaveState.ENDED):  # somebody else decides for him, or doesn't any more
        await desk.store.jobs.hasten(APPROVALS, desk.now)
    return entries


async def move_on(desk: Desk) -> None:
    """Let begin and end what is due; run again, it finds nothing more."""
    for due in await desk.store.leaves.due(desk.now):
        leave = await held(desk, due.number)
        if leave and (after := advanced(leave, desk.now)) is not leave:
            await keep(desk, leave, after)
    await hasten(desk)


async def hasten(desk: Desk) -> None:
    """Let the job run when the next leave begins or ends."""
    due: datetime | None = await desk.store.leaves.next_due()
    if due:
        await desk.store.jobs.hasten(JOB, due)
