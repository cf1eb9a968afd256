"""The duty roster: who is there for what on which day, so that what can't wait goes to him first (D10, D13§四.4).

To be on duty gives nobody a right: who is named for a post has the role that goes with it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.identifiers import UserId

MOST_DAYS: Final = 92  # of one entry
AHEAD: Final = timedelta(days=400)
ROSTERERS: Final = (Role.WECOM_ADMIN, Role.HR, Role.PRESIDENT_OFFICE)  # for every post; for his own who has its role


class Post(StrEnum):
    """What somebody is on duty for; the value is what people call it."""

    GENERAL = "总值班"
    SAFETY = "安全"
    SECURITY = "信息安全"
    SUPPORT = "服务台"
    WECOM = "企业微信"

    @property
    def duty(self) -> str:
        """总值班, 安全值班"""
        return self if self.endswith("值班") else f"{self}值班"

    @property
    def role(self) -> Role | None:
        """None: anybody may have it."""
        return _ROLES.get(self)


_ROLES: Final = {
    Post.SAFETY: Role.SAFETY_ADMIN,
    Post.SECURITY: Role.SECURITY,
    Post.SUPPORT: Role.SUPPORT,
    Post.WECOM: Role.WECOM_ADMIN,
}


@dataclass(frozen=True, slots=True)
class DutyTurn:
    """A day of somebody at a post, from midnight to midnight."""

    post: Post
    day: date
    user: UserId


def may_have(user: UserId, post: Post, company: Company) -> bool:
    return company.is_here(user) and (post.role is None or user in company.serving(post.role))


def filled(turns: Iterable[DutyTurn], company: Company) -> Sequence[DutyTurn]:
    """Those that somebody can still keep: not of who has left, or has lost what the post needs."""
    return [each for each in turns if may_have(each.user, each.post, company)]


def may_roster(user: UserId, post: Post, company: Company) -> bool:
    roles = ROSTERERS if post.role is None else (*ROSTERERS, post.role)
    return user in company.in_office(*roles)


def first_of(users: Sequence[UserId], on_duty: Collection[UserId]) -> Sequence[UserId]:
    """Those on duty before the others; nobody is left out."""
    return sorted(users, key=lambda user: user not in on_duty)


def gaps(turns: Iterable[DutyTurn], days: Iterable[date], posts: Iterable[Post]) -> Sequence[tuple[Post, date]]:
    """Days on which nobody has a post."""
    taken = {(turn.post, turn.day) for turn in turns}
    wanted = list(days)
    return [(post, day) for post in posts for day in wanted if (post, day) not in taken]
