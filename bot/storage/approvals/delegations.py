"""Who decides for whom while he is away."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.approvals.delegations import Delegation, DelegationState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.approvals import DelegationRecord

_LIVE = (DelegationState.OFFERED, DelegationState.ACCEPTED)


class DelegationTable:
    async def add(self, delegation: Delegation, *, by: Act) -> Delegation:
        row = await DelegationRecord.create(
            principal=delegation.principal,
            deputy=delegation.deputy,
            start=delegation.start,
            end=delegation.end,
            state=delegation.state,
            offered_at=by.at,
        )
        await trail.record(by, "delegation.offered", f"delegation:{row.id}", deputy=delegation.deputy)
        return _delegation(row)

    async def get(self, number: int) -> Delegation | None:
        row = await DelegationRecord.get_or_none(id=number)
        return _delegation(row) if row else None

    async def live(self, today: date) -> Sequence[Delegation]:
        rows = await DelegationRecord.filter(end__gte=today, state__in=_LIVE).order_by("id")
        return [_delegation(row) for row in rows]

    async def asked_at(self, principal: UserId, deputy: UserId) -> datetime | None:
        row = await DelegationRecord.filter(principal=principal, deputy=deputy).order_by("-id").first()
        return row.offered_at if row else None

    async def change(self, delegation: Delegation, state: DelegationState, *, by: Act) -> bool:
        unchanged = DelegationRecord.filter(id=delegation.id, state=delegation.state)
        if not await unchanged.update(state=state):
            return False
        await trail.record(by, f"delegation.{state.name.lower()}", f"delegation:{delegation.id}")
        return True


def _delegation(row: DelegationRecord) -> Delegation:
    return Delegation(
        UserId(row.principal), UserId(row.deputy), row.start, row.end, DelegationState(row.state), int(row.id)
    )
