"""What a check found, until a human has said whether it is what it looks like. Nobody is punished by it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.moderation.cases.case import digest_of
from bot.domain.moderation.categories import Category, Severity, category
from bot.domain.moderation.content.finding import Finding
from bot.domain.moderation.content.folding import fold
from bot.domain.rights import Role
from bot.domain.standing import may_judge
from bot.identifiers import GroupId, UserId

PREFIX: Final = "NR"
ONE_FOR: Final = timedelta(hours=1)  # what the same person does again meanwhile is under the same number
KEPT_OPEN: Final = timedelta(days=30)  # what nobody has decided by then is forgotten
KEPT_CLOSED: Final = timedelta(days=180)  # without its words; so long nobody is asked about the same again
_WEIGHT: Final = {Severity.CRITICAL: 0, Severity.SERIOUS: 1, Severity.MILD: 2, Severity.HUMAN: 3}
_OF_THE_COMPANY: Final = (Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.WECOM_ADMIN)
_WHO_CHARGE: Final = (Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.HR)


class Source(StrEnum):
    """Where it was seen."""

    GROUP = "群里"
    ARCHIVE = "会话存档"


class ItemState(StrEnum):
    OPEN = "等人看"
    UPHELD = "成立"  # by somebody who may not charge anybody: it waits for one who may
    CHARGED = "成立，已处理"
    LEFT = "成立，不处理"
    DISMISSED = "不是"


@dataclass(frozen=True, slots=True)
class ContentItem:
    """`rules`: what hit, never the words. The text is kept apart, under seal, and gone once somebody has decided.
    `digest`: of the folded text, so that the same isn't asked again."""

    number: str
    author: UserId
    group: GroupId | None
    category: str
    rules: tuple[str, ...]
    source: Source
    digest: str
    at: datetime
    state: ItemState = ItemState.OPEN
    by: UserId | None = None
    answered_at: datetime | None = None

    @property
    def about(self) -> Category:
        return category(self.category)

    @property
    def waits(self) -> bool:
        return self.state in (ItemState.OPEN, ItemState.UPHELD)

    def answered(self, state: ItemState, by: UserId, at: datetime) -> Self:
        return replace(self, state=state, by=by, answered_at=at)


def gravest(findings: Sequence[Finding]) -> Finding:
    """By which an item is filed: one text is one item."""
    return min(findings, key=lambda each: _WEIGHT[category(each.category).severity])


def same(text: str) -> str:
    """What is equal of texts that only look different."""
    return digest_of(fold(text) or text)


def lookers(author: UserId, about: Category, group: Group | None, company: Company) -> tuple[UserId, ...]:
    """Who says what it is: whoever handles such things, of the first role that somebody else has, and nobody below its
    author. Where nobody stands as high, the company's own offices, who may put it down and no more."""
    for role in dict.fromkeys((*about.handled, *_OF_THE_COMPANY)):
        if found := _above(role, author, group, company):
            return found
    others = (tuple(each for each in company.in_office(role) if each != author) for role in _OF_THE_COMPANY)
    return next(filter(None, others), ())


def is_above_all(author: UserId, about: Category, group: Group | None, company: Company) -> bool:
    """Nobody who is asked stands as high as he does."""
    roles = dict.fromkeys((*about.handled, *_OF_THE_COMPANY))
    return not any(_above(role, author, group, company) for role in roles)


def deciders(author: UserId, group: Group | None, company: Company) -> tuple[UserId, ...]:
    """Who may charge him, where whoever looked may not."""
    return next(filter(None, (_above(role, author, group, company) for role in _WHO_CHARGE)), ())


def _above(role: Role, author: UserId, group: Group | None, company: Company) -> tuple[UserId, ...]:
    """Whoever holds it, is here, and may judge the author."""
    target, here = company.person(author), keepers_here(group, company) if group else ()
    holders = here if role is Role.GROUP_ADMIN else company.in_office(role)
    people = [company.person(user) for user in holders if user != author]
    return tuple(
        each.user_id
        for each in people
        if each and (target is None or may_judge(each, target, by=role, grants=company.grants, group=group))
    )
