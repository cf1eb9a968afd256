"""请假 as a kind of request: what follows once it is decided."""

from collections.abc import Sequence
from typing import Final

from bot.domain.approvals.request import Details, Power, Request, RequestState
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.requests.states import approved, lapsed, rejected, withdrawn
from bot.domain.leave.requests.together import ensure_only
from bot.domain.leave.types.leave_type import LeaveType
from bot.errors import Defect
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk, Look
from bot.services.leave.private.proof_office import checked_with, look, looks_of
from bot.services.leave.requests.covering import cover, ensure_covered
from bot.services.leave.requests.moving import held, keep
from bot.services.leave.requests.own import came_back
from bot.services.leave.requests.wording import renewed
from bot.services.office.wanting import want
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "请假"
TOLD: Final = "told"  # of the payload: who hears of it once it is approved


class LeaveKind:
    """`bot.services.approvals.kinds.Kind`; `Watched`, since who else is off changes; `Shown` to the human resources."""

    name = KIND
    prefix = "QJ"

    async def details(self, desk: Desk, request: Request) -> Details:
        leave, kind = await self._leave(desk, request)
        if kind is None:
            return request.draft.details
        ledger = await desk.store.leave_ledgers.of(leave.user)
        now = await cover(desk, leave, kind)
        return renewed(request.draft.details, request.step.power, leave, kind, ledger, now, desk.company)

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        leave, kind = await self._leave(desk, request)
        await desk.store.leaves.hold_decisions(leave.user)
        ensure_only(leave, await desk.store.leaves.of(leave.user, desk.now, since=leave.begins))
        return await ensure_covered(desk, leave, kind) if kind else ""

    def looks(self, desk: Desk, request: Request, user: UserId) -> Sequence[Look]:
        return looks_of(desk.company, user) if request.step.power is Power.PAPERS else ()

    async def look(self, ctx: Context, request: Request, key: str) -> str:
        return await look(ctx, request.number, key)

    async def _leave(self, desk: Desk, request: Request) -> tuple[LeaveRequest, LeaveType | None]:
        """None: its kind was switched off since."""
        leave = await desk.store.leaves.get(request.number, desk.now)
        if leave is None:
            raise Defect(f"{request.number} has no leave")
        return leave, desk.company.leave.types.get(leave.type)

    async def settled(self, desk: Desk, request: Request) -> str:
        leave = await held(desk, request.number)
        if leave is None:
            raise Defect(f"{request.number} has no leave")
        after = _after(desk, leave, request.state)
        entries = await keep(desk, leave, after)
        if request.state is not RequestState.APPROVED:
            return came_back(desk, after, entries)
        _tell(desk, request)
        await checked_with(desk, request)
        await want(desk, request, after)
        return await _what_is_left(desk, after)


def _after(desk: Desk, leave: LeaveRequest, state: RequestState) -> LeaveRequest:
    match state:
        case RequestState.APPROVED:
            return approved(leave, desk.now)
        case RequestState.REJECTED:
            return rejected(leave)
        case RequestState.EXPIRED:
            return lapsed(leave)
    return withdrawn(leave)


def _tell(desk: Desk, request: Request) -> None:
    wish = f"{desk.company.name_of(request.applicant)} {request.text}（{request.number}）"
    for user in filter(None, request.draft.payload.get(TOLD, "").split(",")):
        if desk.company.is_here(UserId(user)):
            desk.tell(ToPerson(UserId(user)), Text(f"备案：{wish}，已批准。"))


async def _what_is_left(desk: Desk, leave: LeaveRequest) -> str:
    """Nothing, where nobody has said how much there is."""
    ledger, kind = await desk.store.leave_ledgers.of(leave.user), desk.company.leave.types.get(leave.type)
    if kind is None or not ledger.of_cause(leave.number):
        return ""
    on = leave.begins.date()
    return f"{leave.type}还剩 {kind.counting.said(ledger.available(leave.type, on))}。"
