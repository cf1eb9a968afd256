"""A hazard (隐患) as a value: what was found where, how bad it is, whose it is, and where it stands.

Law: 安全生产法 art. 41 (recorded truthfully, told to employees), art. 59 (found: reported at once, acted on). Who
reported it is no part of the value, so that it travels nowhere by accident: see `Reporter`.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from bot.identifiers import ChatId, FileId, UserId

PREFIX: Final = "YH"  # of the numbers that people quote: YH-20261122-001
GENERAL_WITHIN: Final = timedelta(days=7)  # to put a general one right, unless somebody says otherwise
LOOK_BACK: Final = timedelta(days=30)  # after it was closed: what is found there again reopens it


class HazardKind(StrEnum):
    EQUIPMENT = "设备"
    ELECTRIC = "电气"
    FIRE = "消防"
    CHEMICAL = "危化"
    HEIGHT = "高处"
    CONFINED = "有限空间"
    HOT_WORK = "动火"
    LIFTING = "起重"
    VEHICLE = "车辆"
    SURROUNDINGS = "环境"
    PROTECTION = "劳保"
    VIOLATION = "违章"
    MANAGEMENT = "管理"


class Grade(StrEnum):
    """Decided by the safety officer, never by the reporter. 重大: great harm or hard to put right (安监总局令16号)."""

    GENERAL = "一般"
    MAJOR = "重大"


class HazardState(StrEnum):
    """The value is what people read."""

    REPORTED = "待核实"
    GRADED = "待派单"
    ASSIGNED = "待接单"
    FIXING = "整改中"
    TO_VERIFY = "待验收"
    CLOSED = "已销号"
    UNFOUNDED = "不属实"
    MERGED = "已合并"
    WITHDRAWN = "已撤回"
    TURNED = "已转事故"

    @property
    def is_over(self) -> bool:
        return self not in OPEN


OPEN: Final = (
    HazardState.REPORTED,
    HazardState.GRADED,
    HazardState.ASSIGNED,
    HazardState.FIXING,
    HazardState.TO_VERIFY,
)


class StepKind(StrEnum):
    """What happened to a hazard: a line of its log. The value is kept."""

    REPORTED = "reported"
    ADDED = "added"  # words or a picture, afterwards
    GRADED = "graded"
    RAISED = "raised"  # from 一般 to 重大
    UNFOUNDED = "unfounded"
    MERGED = "merged"
    JOINED = "joined"  # another report of the same was merged into it
    ASSIGNED = "assigned"
    COMPLETED = "completed"  # what was missing of the five
    ACCEPTED = "accepted"
    ASKED = "asked"  # for verification
    SIGNED = "signed"  # one of several who must agree did
    FAILED = "failed"
    CLOSED = "closed"
    EXTENDED = "extended"
    TURNED = "turned"  # into an accident
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    REMINDED = "reminded"
    STOP_DECIDED = "stop_decided"
    DAILY = "daily"
    DRAFTED = "drafted"  # a part of the report of a major one
    FILED = "filed"  # reported to the regulator or the workers' congress (art. 41)
    LOOKED_BACK = "looked_back"


class Side(StrEnum):
    """Of a pair of pictures."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class HazardFacts:
    """What was found. `text` are the finder's words without the place; `hidden`: its reporter wants not to be named."""

    place: str
    text: str
    kind: HazardKind
    near_miss: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The five that must be settled (五落实): whose it is, what is done, with what money, until when, and what is done
    if it goes wrong. An empty one is missing."""

    owner: UserId | None = None
    measure: str = ""
    money: str = ""
    due: date | None = None
    contingency: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Of the five, as people call them, in their order."""
        said = {
            "责任人": self.owner,
            "措施": self.measure,
            "资金": self.money,
            "时限": self.due,
            "预案": self.contingency,
        }
        return tuple(name for name, value in said.items() if not value)

    def filled(self, other: Self) -> Self:
        """With what `other` says; what it doesn't say stays."""
        return replace(
            self,
            owner=other.owner or self.owner,
            measure=other.measure or self.measure,
            money=other.money or self.money,
            due=other.due or self.due,
            contingency=other.contingency or self.contingency,
        )


@dataclass(frozen=True, slots=True)
class Hazard:
    """`source`: the number of the inspection or accident that it comes of; empty: somebody reported it.

    `area`: whose place it is, as the areas of the company are called. `grounds`: why it is graded as it is.
    `fixer`: who put it right, where that wasn't the owner. `signed`: who has agreed that it is right, of several who
    must. `resembles`: an open one of the same place and kind; `recurs`: one that was closed lately. `interim`: what
    keeps people safe while it takes longer. `version` grows with every change.
    """

    number: str
    facts: HazardFacts
    reported_at: datetime
    state: HazardState = HazardState.REPORTED
    source: str = ""
    area: str = ""
    chat: ChatId | None = None
    grade: Grade | None = None
    grounds: tuple[str, ...] = ()
    plan: Plan = field(default_factory=Plan)
    interim: str = ""
    fixer: UserId | None = None
    signed: tuple[UserId, ...] = ()
    resembles: str = ""
    recurs: str = ""
    became: str = ""  # the hazard that it was merged into, or the accident that it turned into
    graded_at: datetime | None = None
    assigned_at: datetime | None = None
    accepted_at: datetime | None = None
    asked_at: datetime | None = None
    closed_at: datetime | None = None
    extensions: int = 0
    reopened: int = 0
    version: int = 1

    @property
    def is_open(self) -> bool:
        return not self.state.is_over

    @property
    def is_major(self) -> bool:
        return self.grade is Grade.MAJOR

    @property
    def fixers(self) -> frozenset[UserId]:
        """Who never verifies it."""
        return frozenset(filter(None, (self.plan.owner, self.fixer)))

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.plan.due is not None and self.plan.due < today


@dataclass(frozen=True, slots=True)
class Reporter:
    """Somebody who found it; the first is who told first, the others told of the same. All of them are credited."""

    user: UserId
    hidden: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the log. `by`: a userid or a job; empty for what a hidden reporter did."""

    at: datetime
    by: str
    kind: StepKind
    text: str


@dataclass(frozen=True, slots=True)
class Photo:
    """`by`: empty for a hidden reporter's."""

    file: FileId
    side: Side
    at: datetime
    by: str
