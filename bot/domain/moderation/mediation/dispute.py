"""A dispute of two, which somebody who is neither helps to settle, if both want that (D12§三.2, S143; D12§二.1, S196).

It isn't a case: nobody is charged, nothing counts, and nobody who wasn't part of it hears of it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.errors import Defect
from bot.identifiers import GroupId, UserId

PREFIX: Final = "TJ"


class DisputeState(StrEnum):
    """The value is what people read."""

    INVITING = "等双方答复"
    MEDIATING = "调解中"
    SETTLED = "已达成一致"
    UNSETTLED = "没有达成一致"
    DECLINED = "有一方不参加"
    LAPSED = "没有等到答复"


OVER: Final = frozenset(set(DisputeState) - {DisputeState.INVITING, DisputeState.MEDIATING})


@dataclass(frozen=True, slots=True)
class Dispute:
    """`parties`: the two. `agreed`: those of them who want the talk. `opener` may be one of them, the mediator, or
    neither. `version` grows with every change; whoever changes it must have seen the newest."""

    number: str
    opener: UserId
    parties: tuple[UserId, UserId]
    mediator: UserId
    group: GroupId | None
    opened_at: datetime
    agreed: tuple[UserId, ...] = ()
    state: DisputeState = DisputeState.INVITING
    closed_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state not in OVER

    @property
    def waits_for(self) -> tuple[UserId, ...]:
        """Whose answer is missing."""
        invited = self.parties if self.state is DisputeState.INVITING else ()
        return tuple(user for user in invited if user not in self.agreed)

    def other(self, user: UserId) -> UserId:
        first, second = self.parties
        return second if user == first else first

    def joined(self, user: UserId) -> "Dispute":
        """One of the two wants the talk; with both it begins."""
        if user not in self.parties:
            raise Defect("not a party of it")
        agreed = (*self.agreed, user)
        state = DisputeState.MEDIATING if set(agreed) == set(self.parties) else self.state
        return replace(self, agreed=agreed, state=state, version=self.version + 1)

    def mediated_by(self, mediator: UserId) -> "Dispute":
        """Somebody else takes it over."""
        return replace(self, mediator=mediator, version=self.version + 1)

    def closed(self, state: DisputeState, now: datetime) -> "Dispute":
        return replace(self, state=state, closed_at=now, version=self.version + 1)
