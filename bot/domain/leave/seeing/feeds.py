"""A calendar that somebody subscribes to: whoever knows its address reads it, so the address can't be guessed, is kept
as a digest only, and is worth nothing once its owner has no right to what it shows."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.leave.seeing.sight import may_list
from bot.domain.people import Department
from bot.identifiers import UserId

BYTES: Final = 32  # 256 bits


@dataclass(frozen=True, slots=True)
class Feed:
    """`team`: the number of the department whose calendar it is; None: `user`'s own."""

    id: int
    user: UserId
    team: int | None
    made_at: datetime


def fresh_token() -> str:
    """43 letters, digits, - and _."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """What is kept of a token. It is as random as a key, so one round of SHA-256 hides it."""
    return hashlib.sha256(token.encode()).hexdigest()


def team_seen(feed: Feed, company: Company) -> Department | None:
    """The department that its owner may see now. None: it is gone, or none of his business any more."""
    owner = company.person(feed.user)
    found = next((each for each in company.departments if each.id == feed.team), None)
    if owner is None or not owner.active or found is None:
        return None
    return found if may_list(found, owner, company) else None
