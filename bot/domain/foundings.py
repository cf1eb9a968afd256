"""A group that was approved and is to be made: by the app where there is one, else by somebody in the client."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.groups.group import Group
from bot.identifiers import ChatId, GroupId, UserId


class FoundingState(StrEnum):
    TO_MAKE = "待建群"
    ASKED = "等人工建群"
    MADE = "已建群"
    FAILED = "没建成"


@dataclass(frozen=True, slots=True)
class Founding:
    """`number` is the request's. `chat` is chosen by us, once: whoever asks WeCom again asks for the same room.

    `by` is who made it in the client, `due_at` until when he should. `greeted`: the bot has spoken in it, before which
    nobody sees a room of the app's.
    """

    number: str
    type: str
    name: str
    owner: UserId
    members: tuple[UserId, ...]
    chat: ChatId
    state: FoundingState = FoundingState.TO_MAKE
    by: UserId | None = None
    due_at: datetime | None = None
    greeted: bool = False

    @property
    def group(self) -> Group:
        """The group, once it is made. Who asked for it is its administrator until another is appointed."""
        return Group(
            id=GroupId(self.number),
            name=self.name,
            kind=self.type,
            admins=frozenset({self.owner}),
            members=frozenset(self.members),
            app_chat=None if self.by else self.chat,
        )
