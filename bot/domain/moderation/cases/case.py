"""A case: one confirmed violation of one person, judged by one pack; what was said of it is kept apart, under seal."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.moderation.cases.weighing import severity_of
from bot.domain.moderation.categories import Category, Severity, category
from bot.domain.moderation.history import Past, PastState
from bot.domain.moderation.pack import StepKind
from bot.identifiers import GroupId, UserId
from bot.patterns import regex

PREFIX: Final = "WG"
SAME_WITHIN: Final = timedelta(minutes=10)  # what is said of somebody twice, by whomever, is about the same act
MADE: Final = {
    StepKind.EDUCATION: "批评教育",
    StepKind.WARNING: "警告",
    StepKind.MUTE: "禁言",
    StepKind.REMOVE: "移出群聊",
    StepKind.SUSPEND_ACCOUNT: "停用",
    StepKind.NOTICE: "通报",
}
"""What the bot makes cases of, as people call it."""
COMMANDS: Final = {**MADE, StepKind.REMOVE: "移出"}  # by which they are called
_AGAIN: Final = regex(r"又|再次|再犯|还在|继续|仍然|屡|不听|反复|多次")


class Noted(StrEnum):
    """A line of a case's log; the log only grows."""

    PROPOSED = "提出"
    DRAFTED = "拟稿"
    IMPOSED = "处理"
    EXTENDED = "延长"
    LIFTED = "提前解除"
    ENDED = "到期解除"
    ASKED = "请人办"
    DONE = "人工已办"
    CANNOT = "没办成"
    WAY = "报告渠道"  # to report dangers, while the account is off
    SAID = "群里说过"  # its number was: the text is the group
    APPEALED = "申诉"
    PAUSED = "申诉期间先停"
    PASSED_ON = "申诉转上级"
    RESUMED = "接着执行"
    UPHELD = "申诉维持"
    MITIGATED = "申诉减轻"
    OVERTURNED = "申诉撤销"
    PARDONED = "免除"
    RECOUNTED = "次数更正"


@dataclass(frozen=True, slots=True)
class Charge:
    """What somebody is charged with, before it is a case. `group`: None, outside of groups. `until` of what ends.

    `acted_at`: by when he had done it, where that was noticed before it is charged; None: just now.
    """

    target: UserId
    group: GroupId | None
    kind: StepKind
    category: str
    reason: str
    until: datetime | None = None
    quote: str = ""
    acted_at: datetime | None = None

    @property
    def about(self) -> Category:
        return category(self.category)

    @property
    def severity(self) -> Severity:
        return severity_of(self.about, self.reason)

    @property
    def is_again(self) -> bool:
        """Its reason says that it is another act: 还在刷广告."""
        return _AGAIN.search(self.reason) is not None

    @property
    def act(self) -> str:
        """What tells the act apart: of what was quoted its digest."""
        return digest_of(self.quote) if self.quote else ""


@dataclass(frozen=True, slots=True)
class Case:
    """`pack`, `pack_version`: by which it was judged; `count`: the how manieth of its kind this was, then.

    `approver`: who agreed, where one alone could not decide. `act`: what tells the act apart (`History`). Appeals come
    in before `appeal_until`. `version` grows with every change; whoever changes it must have seen the newest.
    """

    number: str
    target: UserId
    actor: UserId
    group: GroupId | None
    kind: StepKind
    category: str
    severity: Severity
    pack: str
    pack_version: str
    count: int
    acted_at: datetime
    confirmed_at: datetime
    appeal_until: datetime
    approver: UserId | None = None
    until: datetime | None = None
    act: str = ""
    state: PastState = PastState.CONFIRMED
    version: int = 1

    @property
    def about(self) -> Category:
        return category(self.category)

    @property
    def past(self) -> Past:
        """As the ladder counts it."""
        return Past(self.number, self.category, self.confirmed_at, self.state, self.act)

    @property
    def stands(self) -> bool:
        return self.state in (PastState.CONFIRMED, PastState.APPEALED)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted message, as `by` quoted it: WeCom says what was said and not who said it. `digest`: of its bytes."""

    number: str
    digest: str
    by: UserId
    at: datetime
    text: str | None = None  # None: no key here opens it


@dataclass(frozen=True, slots=True)
class Note:
    at: datetime
    by: str
    kind: Noted
    text: str


def digest_of(text: str) -> str:
    """SHA-256 of the very words, so that whoever has them can compare."""
    return hashlib.sha256(text.encode()).hexdigest()


def appeal_until(now: datetime, days: int, calendar: Calendar) -> datetime:
    """The end of the last working day of so many."""
    last = calendar.add_workdays(now.date(), days)
    return datetime.combine(last + timedelta(days=1), time(), now.tzinfo)
