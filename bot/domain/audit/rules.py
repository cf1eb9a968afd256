"""Where and when the head of the chain is put down, and how far the chain may be behind."""

from dataclasses import dataclass
from datetime import timedelta

from bot.identifiers import GroupId


@dataclass(frozen=True, slots=True)
class AuditRules:
    """`hour`: of the day. `posts`: the management group is told, in `group` or else each of it in private."""

    hour: int = 9
    posts: bool = True
    group: GroupId | None = None
    late: timedelta = timedelta(minutes=10)
