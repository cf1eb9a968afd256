"""An announcement from its first word to the archive, as a value (S198, S215, S219, S228).

What its author says is the `Draft`. An approval belongs to the digest of the draft that was looked at, so that whatever
is changed afterwards voids it (D14篇1§7).
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

from bot.domain.notices.audience import Audience
from bot.domain.notices.grounds import UNSAID, Grounds
from bot.domain.notices.on_holiday import OnHoliday
from bot.identifiers import FileId, UserId

PREFIX: Final = "GG"


class NoticeState(StrEnum):
    """Of one that comes again, SCHEDULED stays until it is stopped: each of its postings is a matter of its own."""

    DRAFT = "草稿"  # nobody decides on it: its author hasn't sent it off, or it was refused
    IN_REVIEW = "待审核"
    APPROVED = "已通过"  # and its author has still to say when
    SCHEDULED = "待发布"
    PAUSED = "已暂停"
    POSTING = "发布中"
    POSTED = "已发布"
    CORRECTED = "已更正"
    CANCELLED = "已取消"
    ARCHIVED = "已归档"


class Category(StrEnum):
    NOTICE = "通知"
    SAFETY = "安全"
    MEETING = "会议"
    ACTIVITY = "活动"
    OUTAGE = "停电停水"
    RULES = "制度"
    FINANCE = "财务"
    NEWS = "公司新闻"
    MARKETING = "营销"
    STATEMENT = "对外声明"  # what the company says of a crisis (D11§二.12)


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question that whoever confirms answers. `right` counts from 0; `why` is said to whoever answers wrongly."""

    question: str
    options: tuple[str, ...]  # two to four
    right: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture or a file of ours that goes along."""

    file: FileId
    name: str
    is_picture: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """What a part of the readers is told besides what everybody is. `name`: of that part, as people read it."""

    name: str
    audience: Audience
    text: str


@dataclass(frozen=True, slots=True)
class OfCase:
    """The violation (WG-…) that a notice speaks of, and whose it was, which it doesn't say. `higher`: the management
    group's yes isn't enough."""

    number: str
    target: UserId
    higher: bool = False


@dataclass(frozen=True, slots=True)
class OfPolicy:
    """The version of a policy (ZD-…) that a notice publishes; `digest`: of its text."""

    number: str
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be posted, to whom and when: all that a reviewer looks at.

    `title` is empty where the text has none. `at`: None is as soon as it may go. `recurrence` is the contract's string
    (`WEEKLY;MO;08:00`), empty for what comes once. `expires_at`: from then on it isn't posted any more and counts as
    old. `urgent`: neither quiet hours nor days of rest hold it back.
    """

    text: str
    audience: Audience
    title: str = ""
    at: datetime | None = None
    recurrence: str = ""
    on_holiday: OnHoliday = OnHoliday.NEXT_WORKDAY
    wants_confirmation: bool = False
    quiz: Quiz | None = None
    urgent: bool = False
    category: Category = Category.NOTICE
    enclosure: Enclosure | None = None
    expires_at: datetime | None = None
    variants: tuple[Variant, ...] = ()
    of_case: OfCase | None = None
    grounds: Grounds = UNSAID
    of_policy: OfPolicy | None = None

    @property
    def whole(self) -> str:
        """All that it says to anybody, each part below what everybody reads."""
        return "\n".join([self.text, *(f"给{each.name}：{each.text}" for each in self.variants)])

    @property
    def digest(self) -> str:
        """What an approval is bound to: of equal drafts alike, whatever zone their times are written in."""
        moments = [each.astimezone(UTC).isoformat() if each else "" for each in (self.at, self.expires_at)]
        parts = (
            self.title,
            self.text,
            self.audience,
            *moments,
            self.recurrence,
            self.on_holiday.value,
            self.wants_confirmation,
            self.quiz,
            self.urgent,
            self.category.value,
            self.enclosure,
            *self.variants,
            *([self.of_case] if self.of_case else []),
            *(self.grounds.parts if any(self.grounds.parts) else ()),
            *([self.of_policy] if self.of_policy else []),
            *self.audience.employed,
        )
        return sha256(repr(parts).encode()).hexdigest()

    @property
    def headline(self) -> str:
        """What it is called in a list: its title, else its first line."""
        return self.title or self.text.strip().partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Approval:
    """Who let a draft pass: `digest` is that draft's. `request`: the number it was asked for by, empty where its author
    may release it himself."""

    digest: str
    by: tuple[UserId, ...]
    at: datetime
    request: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """`version` is the draft's: an edit or a correction makes the next. `revision` grows with every change of the row;
    whoever changes it must have seen the newest. `request`: the number of what waits for review. `next_at`: when it is
    posted next, as far as that is known. `posted_at`: when it was last posted. `corrects`: the number of the one that
    it puts right.
    """

    number: str
    author: UserId
    draft: Draft
    created_at: datetime
    state: NoticeState = NoticeState.DRAFT
    version: int = 1
    revision: int = 1
    approval: Approval | None = None
    request: str = ""
    next_at: datetime | None = None
    posted_at: datetime | None = None
    corrects: str = ""

    @property
    def is_approved(self) -> bool:
        """Just as it stands. Without it nothing is posted, whatever its state says (D14篇1§7)."""
        return self.approval is not None and self.approval.digest == self.draft.digest

    @property
    def is_over(self) -> bool:
        """Nothing is going to be posted of it any more."""
        return self.state in OVER

    @property
    def recurs(self) -> bool:
        return bool(self.draft.recurrence)


OVER: Final = frozenset(
    {NoticeState.POSTED, NoticeState.CORRECTED, NoticeState.CANCELLED, NoticeState.ARCHIVED},
)
PLANNED: Final = (NoticeState.SCHEDULED, NoticeState.PAUSED)


@dataclass(frozen=True, slots=True)
class NoticeVersion:
    """What a notice said from a moment on."""

    number: int
    draft: Draft
    by: UserId
    at: datetime
