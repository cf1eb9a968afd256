"""What somebody wants of what is kept about him: put right, or deleted (个人信息保护法 art. 46, 47).

A person decides.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.identifiers import UserId

PREFIX: Final = "SJ"
WORKDAYS: Final = 15  # in which it is answered
REMIND: Final = (5, 10, 14)  # working days after it came


class Wanted(StrEnum):
    CORRECTION = "更正"
    DELETION = "删除"


class WishState(StrEnum):
    WAITING = "待处理"
    DONE = "已办"
    REFUSED = "没有办"


@dataclass(frozen=True, slots=True)
class Wish:
    """`due`: by when it is answered; `version` grows with each change."""

    number: str
    user: UserId
    wanted: Wanted
    asked_at: datetime
    due: datetime
    state: WishState = WishState.WAITING
    handled_by: UserId | None = None
    closed_at: datetime | None = None
    version: int = 1

    @property
    def waits(self) -> bool:
        return self.state is WishState.WAITING

    def closed(self, state: WishState, by: UserId, at: datetime) -> "Wish":
        return replace(self, state=state, handled_by=by, closed_at=at, version=self.version + 1)


def handlers(wish: Wish, company: Company) -> tuple[UserId, ...]:
    """Human resources for what is wrong, who answers for personal information for what is to go; nobody for himself."""
    first = (Role.HR, Role.GROUP_HR) if wish.wanted is Wanted.CORRECTION else (Role.SECURITY, Role.HR, Role.GROUP_HR)
    for roles in (first, (Role.WECOM_ADMIN,), (Role.EXECUTIVE,)):
        if found := [user for user in company.serving(*roles) if user != wish.user]:
            return tuple(found)
    return ()
