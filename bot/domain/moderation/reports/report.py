"""A report: what somebody told of a violation, where it goes and how it stands. Who told it is no field of it.

S192 (D15§8.2). Nothing of what was told goes into a case that comes of it: the words alone could tell who wrote them.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.moderation.categories import Category, category
from bot.domain.moderation.pack import StepKind
from bot.errors import Code, UserError
from bot.identifiers import FileId, GroupId, UserId

PREFIX: Final = "JB"
OWN_CARDS: Final = "report-own"  # what the cards of who told something are called
TWICE_WITHIN: Final = timedelta(minutes=10)  # the same words again are the same report
MOST_AN_HOUR: Final = 10  # reports of one person
MORE_WITHIN: Final = timedelta(minutes=10)  # a picture or file that follows a report
MOST_FILES: Final = 20  # of one report


class ReportState(StrEnum):
    """The value is what people read."""

    WAITING = "待受理"
    TAKEN = "处理中"
    UPHELD = "属实"
    UNFOUNDED = "未查实"
    WITHDRAWN = "已撤回"

    @property
    def is_open(self) -> bool:
        return self in (ReportState.WAITING, ReportState.TAKEN)


class Told(StrEnum):
    """A line of a report's log; the log only grows."""

    FILED = "举报"
    TAKEN = "受理"
    OVER = "接手"
    ASKED = "追问"
    ADDED = "补充"
    PROVED = "材料"
    LOOKED = "查看证据"
    PASSED = "转交"
    RAISED = "上报"
    UPHELD = "属实"
    UNFOUNDED = "未查实"
    WITHDRAWN = "撤回"


@dataclass(frozen=True, slots=True)
class Report:
    """`route`: whose it is first (`bot.domain.moderation.reports.routing`); `raised`: nobody began in time, so whoever
    stands behind them has it too. `secret`: a security incident as well. `taken_by`: who looks into it.

    `anonymous`: who told it asked for that, so that once it is over not even the bot can tell any more who it was.
    `case`: the number of what came of it. `version` grows with every change; who changes it must have seen the newest.
    """

    number: str
    category: str
    text: str
    route: str
    filed_at: datetime
    target: UserId | None = None
    group: GroupId | None = None
    anonymous: bool = False
    secret: bool = False
    raised: bool = False
    state: ReportState = ReportState.WAITING
    taken_by: UserId | None = None
    closed_at: datetime | None = None
    case: str = ""
    version: int = 1

    @property
    def about(self) -> Category:
        return category(self.category)

    def taken(self, by: UserId) -> "Report":
        return self._next(state=ReportState.TAKEN, taken_by=by)

    def passed(self, route: str) -> "Report":
        """To others, who begin anew."""
        return self._next(route=route, state=ReportState.WAITING, taken_by=None)

    def raised_up(self) -> "Report":
        return self._next(raised=True)

    def closed(self, state: ReportState, now: datetime, *, by: UserId | None = None, case: str = "") -> "Report":
        return self._next(state=state, closed_at=now, taken_by=by or self.taken_by, case=case)

    def gone_on(self) -> "Report":
        """Something was said about it, and it stands as it did."""
        return self._next()

    def ensure_open(self) -> None:
        """Raises UserError."""
        if not self.state.is_open:
            raise UserError(Code.BAD_STATE, f"{self.number} 已经办结（{self.state}），什么都没有改动。")

    def _next(self, **changes: object) -> "Report":
        return replace(self, **changes, version=self.version + 1)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Line:
    """`by`: nobody, where it is whoever told of it. `text`: None where no key here opens it."""

    at: datetime
    by: str
    kind: Told
    text: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """A picture or a file that goes with a report; `name` is empty of a picture."""

    file: FileId
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows of what was proven. `kind`: None, where it is only kept on record. `minutes`: of a mute."""

    kind: StepKind | None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Filed:
    """One of somebody's own reports, as he finds it again."""

    number: str
    at: datetime
