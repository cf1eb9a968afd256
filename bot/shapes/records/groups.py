"""Work groups: what is known of each, who is in it, what is to be done to it, which notices it wants."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.idling import Answer, Watch
from bot.domain.notices.topics import Topic
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class Membership:
    """Somebody of the company in a group. `cause`: the number of the request, or how the bot learnt of it."""

    user: UserId
    cause: str
    since: datetime
    exempt: bool = False


class Groups(Protocol):
    """The registry. Every change makes the company that is kept in memory read the group anew."""

    async def get(self, group: GroupId) -> Group | None:
        """As it stands in the database, whatever its state."""
        ...

    async def hold(self, group: GroupId) -> Group | None:
        """The same; until the transaction ends nobody else changes it."""
        ...

    async def named(self, name: str) -> Group | None:
        """One of that name or alias that is in use, or is going to be made."""
        ...

    async def in_chat(self, chat: ChatId) -> Group | None:
        """The one that the AI bot hears there."""
        ...

    async def closed(self) -> Sequence[Group]:
        """Those that were given up, by name; the company doesn't know them any more."""
        ...

    async def add(self, group: Group, *, cause: str, by: Act) -> None:
        """With its members and guests, who are in it because of `cause`."""
        ...

    async def save(self, group: Group, *, change: str, by: Act, people: Collection[UserId] = ()) -> None:
        """All but who is in it. `change` is a verb for the trail, `people` whom it is about."""
        ...

    async def join(
        self, group: GroupId, users: Collection[UserId], *, cause: str, by: Act, exempt: bool = False
    ) -> frozenset[UserId]:
        """Who was not in it before."""
        ...

    async def leave(self, group: GroupId, users: Collection[UserId], *, cause: str, by: Act) -> frozenset[UserId]:
        """Who was in it."""
        ...

    async def admit(self, group: GroupId, guest: Guest, *, cause: str, by: Act) -> None:
        """Let somebody from outside be in it, or, if he is, until another day."""
        ...

    async def dismiss(self, group: GroupId, guest: str, *, cause: str, by: Act) -> bool:
        """Whether he was in it."""
        ...

    async def memberships(self, group: GroupId) -> Sequence[Membership]: ...


class Errands(Protocol):
    """What is to be done to groups in WeCom."""

    async def add(self, errand: Errand, *, by: Act) -> Errand:
        """With its number."""
        ...

    async def get(self, number: int) -> Errand | None: ...

    async def open_ones(self, group: GroupId | None = None) -> Sequence[Errand]:
        """Of one group, or of all; the oldest first."""
        ...

    async def of_cause(self, cause: str) -> Sequence[Errand]: ...

    async def past(
        self, group: GroupId, deed: Deed, *, user: UserId | None = None, guest: str = ""
    ) -> Sequence[Errand]:
        """All of that kind that were about him, whatever became of them; the newest first."""
        ...

    async def done_unchecked(self, group: GroupId) -> Sequence[Errand]:
        """Those that somebody said he did, and nobody has compared with WeCom's list; the oldest first."""
        ...

    async def save(self, errand: Errand, *, was: ErrandState, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


@dataclass(frozen=True, slots=True)
class Unkept:
    """A group that nobody here looks after. `told_at`: when whoever appoints for it last heard of that."""

    group: GroupId
    since: datetime
    told_at: datetime | None = None


class UnkeptGroups(Protocol):
    """Groups without anybody who looks after them."""

    async def all(self) -> Sequence[Unkept]: ...

    async def note(self, groups: Collection[GroupId], *, by: Act) -> None:
        """They are found so now, for the first time."""
        ...

    async def tell(self, groups: Collection[GroupId], *, by: Act) -> None:
        """Whoever appoints for them is told now."""
        ...

    async def forget(self, groups: Collection[GroupId], *, by: Act) -> None:
        """Somebody looks after them again, or they are no more."""
        ...


@dataclass(frozen=True, slots=True)
class Signs:
    """Where something happened on a day: chats that were heard, groups that changed or that a notice went to."""

    chats: frozenset[ChatId] = frozenset()
    groups: frozenset[GroupId] = frozenset()


class GroupWatches(Protocol):
    """What was last seen of each group, and what its keepers said of it."""

    async def all(self) -> Mapping[GroupId, Watch]: ...

    async def get(self, group: GroupId) -> Watch | None: ...

    async def signs(self, begins: datetime, ends: datetime) -> Signs:
        """What people did, not the bot by itself."""
        ...

    async def note(self, groups: Collection[GroupId], seen: Collection[GroupId], day: date) -> None:
        """`groups` are watched from that day on, if they weren't before; in `seen` something happened on it."""
        ...

    async def ask(self, groups: Collection[GroupId], month: str, *, by: Act) -> None: ...

    async def answer(self, group: GroupId, month: str, answer: Answer, *, by: Act) -> bool:
        """False: somebody has said it before, or it was asked again since."""
        ...

    async def forget(self, groups: Collection[GroupId]) -> None:
        """They are no more."""
        ...


class Subscriptions(Protocol):
    async def chosen(self, topic: Topic) -> Mapping[GroupId, bool]:
        """Groups in which somebody chose, and what."""
        ...

    async def choose(self, group: GroupId, topic: Topic, *, active: bool, by: Act) -> None: ...
