"""Who holds which card: one per recipient, as that recipient sees it now."""

from dataclasses import dataclass, field

from sandbox.json_types import Json


@dataclass(frozen=True, slots=True)
class Reader:
    """One recipient: a person, or a room by its id in the directory."""

    user: str = ""
    group: str = ""

    def as_json(self) -> Json:
        return {"group": self.group} if self.group else {"user": self.user}


@dataclass(slots=True)
class HeldCard:
    """A card in a chat. `seq` is its first journal entry; `personal` are updates meant for some of a room only.

    `shared`: the same call brought it to others as well, under the same task_id (it is unique per app, not per member).
    """

    via: str
    reader: Reader
    raw: Json
    seq: int
    personal: dict[str, Json] = field(default_factory=dict)
    shared: bool = False

    @property
    def task_id(self) -> str:
        return str(self.raw.get("task_id", ""))

    @property
    def handle(self) -> str:
        """The name under which scripts know it, which no other recipient's card has."""
        return f"{self.task_id}@{self.reader.user}" if self.shared and self.task_id else self.task_id

    def seen_by(self, userid: str) -> Json:
        return self.personal.get(userid, self.raw)


class CardBook:
    """Cards by task_id and by handle."""

    def __init__(self) -> None:
        self._cards: dict[str, list[HeldCard]] = {}

    def add(self, card: HeldCard) -> None:
        for name in {card.task_id, card.handle}:
            self._cards.setdefault(name, []).append(card)

    def of(self, name: str) -> list[HeldCard]:
        return list(self._cards.get(name, []))

    def held(self, via: str, reader: Reader, task_id: str) -> HeldCard | None:
        """The newest one of that id that this recipient got by this channel."""
        matches = [card for card in self.of(task_id) if card.via == via and card.reader == reader]
        return matches[-1] if matches else None

    def forget(self, card: HeldCard) -> None:
        """Recalled: nobody can press it any more."""
        for name in {card.task_id, card.handle}:
            self._cards[name].remove(card)
