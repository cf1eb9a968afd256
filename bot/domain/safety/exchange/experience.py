"""Something that somebody learnt about safety and shares: written, reviewed by another, then for everybody to read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

from bot.identifiers import FileId, UserId
from bot.patterns import regex

PREFIX: Final = "JY"
MOST: Final = 1000  # characters
SHORTEST: Final = 10
MOST_PHOTOS: Final = 6
_NEARLY: Final = regex("差一?点|险些|险情|未遂|虚惊|[幸好亏](?:好|亏|而)?没")
_SHARES: Final = regex("^[/／、]?经验分享|^.{0,8}分享.{0,8}(?:经验|经历|教训|心得)")


class ExperienceState(StrEnum):
    DRAFT = "草稿"
    IN_REVIEW = "待审核"
    PUBLISHED = "已发布"
    SENT_BACK = "已退回"
    DROPPED = "已放弃"


@dataclass(frozen=True, slots=True)
class Experience:
    """`text` as its author wrote it; `clean` is what others read. `named`: its author wants to be named.

    `near_miss`: nearly an accident; told without names in any case.
    """

    number: str
    author: UserId
    text: str
    clean: str
    written_at: datetime
    near_miss: bool = False
    named: bool = False
    state: ExperienceState = ExperienceState.DRAFT
    reviewer: UserId | None = None
    settled_at: datetime | None = None
    why: str = ""
    photos: tuple[FileId, ...] = ()
    useful: int = 0  # how many found it so

    @property
    def stamp(self) -> str:
        """Of what others will read: who lets it out has seen just that."""
        return sha256(repr((self.clean, self.names_author, self.photos)).encode()).hexdigest()[:8]

    @property
    def names_author(self) -> bool:
        return self.named and not self.near_miss


def tells_of_near_miss(text: str) -> bool:
    """Nearly an accident, as people put it."""
    return _NEARLY.search(text) is not None


def shares(text: str) -> bool:
    """Whether a line begins to share one."""
    return _SHARES.search(text) is not None
