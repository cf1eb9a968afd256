"""A security incident: what somebody told, who has it, which steps were taken when, and what came of it.

S255, S256 (D13§4.4). What was told lies under seal; whoever is not needed for it sees nothing of it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.security.assessment import Assessment
from bot.errors import Code, UserError
from bot.identifiers import GroupId, UserId

PREFIX: Final = "WA"  # 网安, of the numbers that people quote: WA-20261122-001
LOCK, BACK = "lock", "back"  # steps that the bot can have done: an account is switched off, and on again
TWICE_WITHIN: Final = timedelta(minutes=10)  # what the same person says again of the same kind is of one incident
MOST_AN_HOUR: Final = 6  # incidents of one person; what he says beyond that joins his last one


class IncidentKind(StrEnum):
    """The value is what people read; each has a runbook."""

    ACCOUNT = "账号异常"
    DEVICE = "设备丢失"
    VIRUS = "中了病毒"
    LEAK = "信息泄露"
    LURE = "钓鱼诈骗"  # nothing happened yet
    GIVEN = "账号已填出"  # a password or a code was given away
    PAID = "已经转账"

    @property
    def of_account(self) -> bool:
        """Whether somebody else may read what the account is told."""
        return self in (IncidentKind.ACCOUNT, IncidentKind.DEVICE, IncidentKind.GIVEN)


def told_by(kind: IncidentKind) -> str:
    """The command by which it is told."""
    match kind:
        case IncidentKind.LEAK:
            return "泄露"
        case IncidentKind.ACCOUNT | IncidentKind.DEVICE | IncidentKind.VIRUS:
            return "账号异常"
    return "钓鱼举报"


class IncidentState(StrEnum):
    """The value is what people read."""

    WAITING = "待处理"
    TAKEN = "处理中"
    CLOSED = "已办结"


class Finding(StrEnum):
    """What came of it; the value is what people read."""

    REAL = "属实"
    FALSE_ALARM = "误报"
    UNPROVEN = "没有查实"


class Logged(StrEnum):
    """A line of an incident's log; the log only grows."""

    TOLD = "报告"
    ADDED = "补充"
    MISTAKEN = "说是误会"
    TAKEN = "接手"
    STEP = "完成"
    LOOKED = "查看"
    RAISED = "上报"
    ASSESSED = "通知评估"
    CLOSED = "办结"


@dataclass(frozen=True, slots=True)
class Tick:
    """A step of the runbook that somebody took."""

    step: str
    by: UserId
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """`text`: None where no key here opens it."""

    at: datetime
    by: str
    kind: Logged
    text: str | None


@dataclass(frozen=True, slots=True)
class Incident:
    """`teller` may be somebody whom the directory doesn't know. `level`: how far up it went because nobody acted.

    `version` grows with every change; who changes it must have seen the newest.
    """

    number: str
    kind: IncidentKind
    text: str
    teller: UserId
    told_at: datetime
    urgent: bool = True
    group: GroupId | None = None
    state: IncidentState = IncidentState.WAITING
    level: int = 0
    taken_by: UserId | None = None
    ticks: tuple[Tick, ...] = ()
    closed_at: datetime | None = None
    finding: Finding | None = None
    notice: Assessment | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is not IncidentState.CLOSED

    @property
    def first_action(self) -> datetime | None:
        return min((each.at for each in self.ticks), default=None)

    @property
    def may_be_locked(self) -> bool:
        """Whether it is about the account of who told it, and that works still."""
        return self.is_open and self.kind.of_account and LOCK not in self.done

    @property
    def may_be_unlocked(self) -> bool:
        return self.is_open and self.kind.of_account and LOCK in self.done and BACK not in self.done

    @property
    def done(self) -> frozenset[str]:
        return frozenset(each.step for each in self.ticks)

    def taken(self, by: UserId) -> "Incident":
        return self._next(state=IncidentState.TAKEN, taken_by=by)

    def ticked(self, steps: Collection[str], by: UserId, at: datetime) -> "Incident":
        """Whoever takes a step has it, if nobody else does."""
        new = tuple(Tick(step, by, at) for step in steps if step not in self.done)
        return self._next(state=IncidentState.TAKEN, taken_by=self.taken_by or by, ticks=(*self.ticks, *new))

    def raised(self) -> "Incident":
        return self._next(level=self.level + 1)

    def closed(self, finding: Finding, at: datetime, by: UserId) -> "Incident":
        return self._next(state=IncidentState.CLOSED, finding=finding, closed_at=at, taken_by=by)

    def worse(self, kind: IncidentKind) -> "Incident":
        """More was told of it, and another runbook holds from now on."""
        return self._next(kind=kind, urgent=True)

    def assessed(self, notice: Assessment | None) -> "Incident":
        return self._next(notice=notice)

    def gone_on(self) -> "Incident":
        """Something was said about it, and it stands as it did."""
        return self._next()

    def ensure_open(self) -> None:
        """Raises UserError."""
        if not self.is_open:
            raise UserError(Code.BAD_STATE, f"{self.number} 已经办结（{self.finding}），什么都没有改动。")

    def _next(self, **changes: object) -> "Incident":
        return replace(self, **changes, version=self.version + 1)  # type: ignore[arg-type]
