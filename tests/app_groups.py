"""The app's own groups as WeCom has them, for tests: `bot.shapes.ports.Rooms` that remembers and refuses as WeCom does.

    app = AppGroups.of(company)                 rooms of the groups that have an `app_chat`
    app.answers = [Outcome(Verdict.REFUSED, errcode=86001)]     what it says to the next calls, one each

A refused call and one to be asked again change nothing; one of unknown outcome has happened, unless it is `lost`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.groups.group import Group
from bot.identifiers import ChatId, UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Room, RoomRefused

FEWEST, MOST = 2, 2000
LOST = Outcome(Verdict.UNKNOWN, why="the question did not arrive")


@dataclass(slots=True)
class AppGroups:
    """`rooms` is never changed in place. `asked` tells what was asked for, the refused included."""

    rooms: Mapping[ChatId, Room] = field(default_factory=dict)
    answers: Sequence[Outcome] = ()
    asked: tuple[str, ...] = ()

    @classmethod
    def of(cls, groups: Iterable[Group]) -> "AppGroups":
        return cls({each.app_chat: _room(each.app_chat, each) for each in groups if each.app_chat})

    @property
    def calls(self) -> int:
        return len(self.asked)

    def members(self, name: str) -> frozenset[UserId]:
        """Of the room that is called so."""
        return next(room.members for room in self.rooms.values() if room.name == name)

    def by_hand(self, chat: ChatId, *, add: Collection[str] = (), remove: Collection[str] = ()) -> None:
        """People change it in the client; the app is told nothing."""
        room = self.rooms[chat]
        members = (room.members | {UserId(user) for user in add}) - {UserId(user) for user in remove}
        self.rooms = {**self.rooms, chat: replace(room, members=members)}

    async def create(self, chat: ChatId, *, name: str, owner: UserId, members: Collection[UserId]) -> None:
        known = self.rooms.get(chat)
        if known and known.name != name:
            self._refuse("create", 86215)
        self._do("create", Room(chat, name, owner, frozenset({owner, *members})))

    async def rename(self, chat: ChatId, name: str) -> None:
        self._do("rename", replace(self._own(chat, "rename"), name=name))

    async def add(self, chat: ChatId, members: Collection[UserId]) -> None:
        room = self._own(chat, "add")
        self._do("add", replace(room, members=room.members | set(members)))

    async def remove(self, chat: ChatId, members: Collection[UserId], *, owner: UserId | None = None) -> None:
        room = self._own(chat, "remove")
        stay = room.members - set(members)
        if owner is None and room.owner not in stay:
            self._refuse("remove", 86203)
        self._do("remove", replace(room, members=stay, owner=owner or room.owner))

    async def hand_over(self, chat: ChatId, owner: UserId) -> None:
        self._do("hand_over", replace(self._own(chat, "hand_over"), owner=owner))

    async def room(self, chat: ChatId) -> Room:
        """Reading is never in trouble here."""
        return self._own(chat, "room")

    def _own(self, chat: ChatId, method: str) -> Room:
        if chat not in self.rooms:
            self._refuse(method, 86003)
        return self.rooms[chat]

    def _do(self, method: str, room: Room) -> None:
        """What it says first is `answers`; then whether such a room can be."""
        self.asked = (*self.asked, method)
        answer, self.answers = (self.answers[0], self.answers[1:]) if self.answers else (Outcome(Verdict.DONE), ())
        if answer.verdict is Verdict.DONE:
            answer = _possible(room)
        if answer.verdict in (Verdict.DONE, Verdict.UNKNOWN) and answer is not LOST:
            self.rooms = {**self.rooms, room.chat: room}
        if answer.verdict is not Verdict.DONE:
            raise RoomRefused(answer)

    def _refuse(self, method: str, errcode: int) -> None:
        self.asked = (*self.asked, method)
        raise RoomRefused(Outcome(Verdict.REFUSED, errcode=errcode))


def _possible(room: Room) -> Outcome:
    if not FEWEST <= len(room.members) <= MOST:
        return Outcome(Verdict.REFUSED, errcode=86006)
    if room.owner not in room.members:
        return Outcome(Verdict.REFUSED, errcode=86207)
    return Outcome(Verdict.DONE)


def _room(chat: ChatId, group: Group) -> Room:
    owner = group.owner or min(group.keepers, default=UserId(""))
    return Room(chat, group.name, owner, group.insiders)
