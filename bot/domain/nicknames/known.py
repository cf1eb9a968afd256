"""What is known of the nicknames that people really use, and from where.

WeCom tells the nicknames of customer groups only (D-92122). Of an internal group there is what people declare, and the
list of members that somebody pastes.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.identifiers import GroupId, UserId


class Source(StrEnum):
    """The values are what people read."""

    DECLARED = "本人申报"
    PASTED = "管理员粘贴"
    READ = "企业微信读取"


@dataclass(frozen=True, slots=True)
class Known:
    """`group` is None where it is said of all groups. `outsider`: `holder` is no member of the company."""

    holder: UserId
    nickname: str
    source: Source
    at: datetime
    group: GroupId | None = None
    outsider: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """When WeCom was asked for a customer group's nicknames, and whether it answered (the right is given apart)."""

    group: GroupId
    at: datetime
    granted: bool
