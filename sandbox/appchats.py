"""Rooms that the app has made (D-90245): their own ids, and which of them nobody can see yet."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class AppChats:
    """`rooms`: chatid to the id of the room in the directory. `unseen`: chatids in which nothing was sent yet."""

    rooms: dict[str, str] = field(default_factory=dict)
    unseen: set[str] = field(default_factory=set)

    def chat_of(self, room_id: str) -> str | None:
        return next((chat_id for chat_id, known in self.rooms.items() if known == room_id), None)

    def shows(self, room_id: str) -> bool:
        """Whether the members have the room in their list: an app's room appears with its first message."""
        return self.chat_of(room_id) not in self.unseen

    def drop(self, room_id: str) -> None:
        """It was dissolved: its chatid stands for nothing."""
        if chat_id := self.chat_of(room_id):
            del self.rooms[chat_id]
            self.unseen.discard(chat_id)
