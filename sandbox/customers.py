"""What WeCom knows of customer groups beyond the rooms: ids, nicknames, how often members changed."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field


def external_userid(name: str) -> str:
    """The id of a customer, from the name."""
    return f"wm{hashlib.sha256(name.encode()).hexdigest()[:30]}"


@dataclass(slots=True)
class CustomerGroups:
    """`nicknames` by room id and userid: what somebody is called in that group."""

    nicknames: dict[tuple[str, str], str] = field(default_factory=dict)
    _changes: Counter[str] = field(default_factory=Counter)

    @staticmethod
    def chat_id(room_id: str) -> str:
        return f"wr{hashlib.sha256(f'customers {room_id}'.encode()).hexdigest()[:30]}"

    def version(self, room_id: str) -> str:
        return hashlib.sha256(f"{room_id}:{self._changes[room_id]}".encode()).hexdigest()[:32]

    def change(self, room_id: str) -> tuple[str, str]:
        """Members changed: the version before and the one after."""
        before = self.version(room_id)
        self._changes[room_id] += 1
        return before, self.version(room_id)
