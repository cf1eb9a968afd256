"""A request that others decide on, as a value; what may happen to it is in `moves`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from bot.domain.approvals.selectors import Selector
from bot.identifiers import UserId


class RequestState(StrEnum):
    PENDING = "待审批"
    APPROVED = "已同意"
    REJECTED = "已驳回"
    WITHDRAWN = "已撤回"
    EXPIRED = "已过期"
    DROPPED = "不用办了"  # what it is about is gone


class Power(StrEnum):
    """What whoever is asked may do, beside agreeing."""

    DECIDES = "审批"  # refuse, with the reason
    DATES = "商量日期"  # what is asked for is a right: propose other dates
    PAPERS = "核对材料"  # a right as well: ask for the papers that are missing


class Standing(StrEnum):
    """Why somebody is asked."""

    OWN = "own"  # the step names him
    DEPUTY = "deputy"  # he acts for somebody who is away
    ABOVE = "above"  # the next in line: whom the step names can't or mustn't decide, or has left
    ESCALATED = "escalated"  # the next in line: nobody decided in time


Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """`version`: the request's when he was asked; his card carries it. `stead_of`: whose say it is, if not his own."""

    user: UserId
    standing: Standing
    version: int
    stead_of: UserId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """`version`: the request's that came of it. `warned`: what he was told that speaks against it."""

    by: UserId
    agreed: bool
    at: datetime
    version: int
    stead_of: UserId | None = None
    reason: str = ""
    warned: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """One say in a step. Any of those `asked` may have it. `holder` is None where the post is vacant."""

    holder: UserId | None
    asked: tuple[Asked, ...] = ()
    decision: Decision | None = None

    @property
    def agreed(self) -> bool:
        return self.decision is not None and self.decision.agreed

    def asks(self, user: UserId) -> Asked | None:
        return next((each for each in self.asked if each.user == user), None)


@dataclass(frozen=True, slots=True)
class Step:
    """`needed`: how many must agree, None for all whom it asks. Seats are filled when its turn comes."""

    selectors: tuple[Selector, ...]
    needed: int | None = 1
    seats: tuple[Seat, ...] = ()
    power: Power = Power.DECIDES

    @property
    def is_done(self) -> bool:
        agreed = sum(seat.agreed for seat in self.seats)
        return bool(self.seats) and agreed >= (self.needed or len(self.seats))


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody asks for. `text` is what approvers read, `payload` what the kind needs to carry it out.

    `concerned`: whom it is about, beside the applicant: none of them decides on it. `details`: what approvers look at
    before they decide, at most six of (up to 5 characters, up to 26). `begins`: when what is asked for begins, where
    that must be decided before; `at_post`: nobody leaves his post for it.
    """

    kind: str
    applicant: UserId
    text: str
    steps: tuple[Step, ...]
    payload: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    concerned: tuple[UserId, ...] = ()
    details: Details = ()
    begins: datetime | None = None
    at_post: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """`current` is the step whose turn it is. `remind_at` and `escalate_at` are None where nothing more is due; so is
    `warn_at`, when its applicant is told next that what is about to begin isn't agreed to.

    `version` grows with every change; whoever changes it must have seen the newest.
    """

    number: str
    draft: Draft
    steps: tuple[Step, ...]
    opened_at: datetime
    expires_at: datetime
    remind_at: datetime | None = None
    escalate_at: datetime | None = None
    warn_at: datetime | None = None
    state: RequestState = RequestState.PENDING
    current: int = 0
    version: int = 1
    closed_at: datetime | None = None

    @property
    def kind(self) -> str:
        return self.draft.kind

    @property
    def applicant(self) -> UserId:
        return self.draft.applicant

    @property
    def text(self) -> str:
        return self.draft.text

    @property
    def barred(self) -> frozenset[UserId]:
        """Who never decides on it."""
        return frozenset({self.applicant, *self.draft.concerned})

    @property
    def is_pending(self) -> bool:
        return self.state is RequestState.PENDING

    @property
    def step(self) -> Step:
        return self.steps[self.current]

    @property
    def is_a_right(self) -> bool:
        """Nobody may refuse it, neither by words nor by silence."""
        return all(step.power is not Power.DECIDES for step in self.steps)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """In the order of the steps."""
        return tuple(seat.decision for step in self.steps for seat in step.seats if seat.decision)

    @property
    def last_decision(self) -> Decision | None:
        return max(self.decisions, key=lambda each: each.version, default=None)

    @property
    def waits_for(self) -> tuple[Asked, ...]:
        """Who can decide now, each once."""
        return tuple(self._waiting()) if self.is_pending else ()

    def _waiting(self) -> Iterator[Asked]:
        for seat in self.step.seats:
            if seat.decision is None:
                yield from seat.asked

    def was_asked(self, user: UserId) -> bool:
        return any(seat.asks(user) or seat.holder == user for step in self.steps for seat in step.seats)
