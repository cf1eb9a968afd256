"""What a handler is given beside its arguments: seven things."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.identifiers import ChatId
from bot.shapes.act import Act
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Content
from bot.shapes.store import Store


@dataclass(frozen=True, slots=True)
class Chat:
    """Where a message was said. `group` is the registered room, where the chat is one.

    `private_way`: its sender can be told something in private. A bot without an app can do that only after he has
    written to it in private himself (D-101463).
    """

    via: Via
    id: ChatId | None = None
    group: Group | None = None
    private_way: bool = True

    @property
    def is_group(self) -> bool:
        return self.id is not None


@dataclass(frozen=True, slots=True)
class Context:
    """`tell` says something to somebody else, stored with the changes; the asker gets what is returned."""

    sender: Person
    chat: Chat
    now: datetime
    company: Company
    store: Store
    act: Act
    tell: Callable[[Address, Content], None]


@dataclass(frozen=True, slots=True)
class JobContext:
    """The same for a scheduled job; `slot` is the moment it was due, `now` may be later."""

    slot: datetime
    now: datetime
    company: Company
    store: Store
    act: Act
    tell: Callable[[Address, Content], None]
