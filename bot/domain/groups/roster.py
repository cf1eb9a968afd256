"""Who is in a group by a list that isn't ours, and what is known from the last one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.identifiers import GroupId, UserId

FIRST_READING: Final = "首次读取"  # why somebody is a member who was there before anybody kept a registry
BY_FILE: Final = UserId("文件")  # whoever hands in a list on the server has no account
READ: Final = "企业微信名单"  # why the registry changed: WeCom's list says so


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is in a group by WeCom's own list, or by what a keeper copied from his screen.

    `guests` is None where the list has no outsiders; `owner` and `name` are None where it doesn't tell. `maybe`: whom
    a written name could mean as well; nobody says that they are missing.
    """

    members: frozenset[UserId]
    guests: frozenset[str] | None = None
    owner: UserId | None = None
    name: str | None = None
    maybe: frozenset[UserId] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """The last list of a group, and the last attempt to get one from WeCom.

    `at`: when it was; None: there never was one. `told_by` handed it in, None where it is WeCom's. `refused`: why the
    last attempt brought nothing, in WeCom's words; empty where it did. `looked_at`: somebody has looked for doubts
    before, so that what is found now is news. `is_new`: it was handed in, and nobody has compared it yet.
    """

    group: GroupId
    roster: Roster | None = None
    at: datetime | None = None
    told_by: UserId | None = None
    refused: str = ""
    looked_at: bool = False
    is_new: bool = False


def corrected(registered: Iterable[UserId], *, strangers: Iterable[UserId], missing: Iterable[UserId]) -> Roster:
    """Who is in a group by all that is known: the registry, and what the last list said beyond it."""
    return Roster((frozenset(registered) | frozenset(strangers)) - frozenset(missing))
