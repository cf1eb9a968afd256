"""Work groups as the registry knows them. One room has another id in each channel; nothing assumes they agree."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.identifiers import ChatId, GroupId, UserId

LONGEST_PURPOSE: Final = 200  # characters


class GroupState(StrEnum):
    TO_MAKE = "待建"  # approved; nobody can be in it yet
    IN_USE = "使用中"
    CLOSED = "已停用"  # dissolved: kept for the history, known to nobody


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody from outside, such as a customer (D7§4.5). `sponsor` answers for him until `expires_on`, inclusive.

    `name` is as it stands in the group: 恒远置业-李总. `expires_on` is None where nobody has said it yet.
    """

    name: str
    sponsor: UserId | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """`bot_chat` is the AI bot's id of the room, `app_chat` the app's where it made the room, `webhook` the key of the
    room's webhook; any may be missing.

    `kind` is the key of its type (E1…E6). `departments`: whose people belong in it, by name. `owner` is WeCom's 群主,
    None where nobody knows. `exempt`: members who don't fit its composition, by an approval of their own.
    `mandatory` is None where the type decides. `subscribes` names the notices it gets unless somebody changed that in
    chat. `founding` is the number of the request that it came from.
    """

    id: GroupId
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    purpose: str = ""
    departments: tuple[str, ...] = ()
    owner: UserId | None = None
    admins: frozenset[UserId] = frozenset()
    deputies: frozenset[UserId] = frozenset()
    members: frozenset[UserId] = frozenset()
    exempt: frozenset[UserId] = frozenset()
    guests: tuple[Guest, ...] = ()
    mandatory: bool | None = None
    bot_chat: ChatId | None = None
    app_chat: ChatId | None = None
    webhook: str | None = None
    subscribes: frozenset[str] = frozenset()
    state: GroupState = GroupState.IN_USE
    founding: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @property
    def keepers(self) -> frozenset[UserId]:
        """Who looks after it: its administrators and their deputies, with the same rights."""
        return self.admins | self.deputies

    def is_kept_by(self, user: UserId) -> bool:
        return user in self.admins or user in self.deputies

    @property
    def insiders(self) -> frozenset[UserId]:
        """Everybody of the company who is in it."""
        return self.members | self.keepers

    def has(self, user: UserId) -> bool:
        """The same of one: everybody of a large group takes a millisecond to list."""
        return user in self.members or self.is_kept_by(user)

    @property
    def has_customers(self) -> bool:
        """E5, a marketing platform (D7§4.5): WeCom has such groups apart, and tells more of them."""
        return self.kind == "E5"

    def guest(self, name: str) -> Guest | None:
        return next((each for each in self.guests if each.name == name), None)
