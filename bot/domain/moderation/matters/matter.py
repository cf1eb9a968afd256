"""A matter: what touches pay, employment or the law. The bot does nothing of it: it hands it to people and keeps what
they say became of it (D2§12.2, §12.3, D5§12(3), §12(4), D6§15, D10§5.1(3), §5.2, D13§5.2, D15§9.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.rights import Role
from bot.identifiers import UserId

PREFIX: Final = "YJ"


class About(StrEnum):
    """The value is what people read."""

    FINE = "罚款"
    HANDLING = "违规处理"  # where fines are off
    DISMISSAL = "解除劳动合同"
    DISCIPLINE = "纪律处分"
    OFF_DUTY = "停职"
    LIABILITY = "追究法律责任"
    PARTNER = "终止合作"

    @property
    def deciders(self) -> tuple[Role, ...]:
        """One after the other; nobody, where human resources only write down what was decided elsewhere."""
        return _DECIDERS.get(self, ())

    @property
    def is_legal(self) -> bool:
        """Nothing that proves it may go while it is open (D15§9.2)."""
        return self in (About.LIABILITY, About.PARTNER)

    @property
    def is_recorded(self) -> bool:
        return not self.deciders


_DECIDERS: Final[Mapping[About, tuple[Role, ...]]] = {
    About.FINE: (Role.HR, Role.LEGAL),
    About.HANDLING: (Role.HR,),
    About.DISMISSAL: (Role.HR, Role.LEGAL),
    About.LIABILITY: (Role.LEGAL,),
    About.PARTNER: (Role.LEGAL,),
}


class MatterState(StrEnum):
    WAITING = "等确认"
    CONFIRMED = "已确认，由人在系统外办"
    DECLINED = "不采纳"
    DONE = "已办结"

    @property
    def is_open(self) -> bool:
        return self in (MatterState.WAITING, MatterState.CONFIRMED)


class Told(StrEnum):
    """A line of a matter's log, which only grows."""

    OPENED = "移交"
    CONFIRMED = "确认"
    DECLINED = "不采纳"
    DONE = "办结"
    HELD = "证据保全"
    RELEASED = "解除保全"
    RECORDED = "登记"


@dataclass(frozen=True, slots=True)
class Matter:
    """`target`: a colleague; empty for somebody from outside, who is called `guest`. `by`: who handed it over, or wrote
    it down. `cases`: the violations it rests on. `amount`: 元, of a fine that somebody proposed. `first`, `last`: the
    days of what lasts, both included. `pay`: what human resources said of it.
    """

    number: str
    about: About
    target: UserId
    by: UserId
    opened_at: datetime
    state: MatterState = MatterState.WAITING
    guest: str = ""
    cases: tuple[str, ...] = ()
    amount: str = ""
    first: date | None = None
    last: date | None = None
    pay: str = ""
    version: int = 1

    @property
    def holds(self) -> tuple[str, ...]:
        """Numbers and accounts of which nothing goes while it is open."""
        return tuple(filter(None, (self.number, self.target, *self.cases)))

    def now(self, state: MatterState) -> "Matter":
        return replace(self, state=state, version=self.version + 1)


@dataclass(frozen=True, slots=True)
class MatterNote:
    at: datetime
    by: str
    kind: Told
    text: str | None  # None: no key here opens it
