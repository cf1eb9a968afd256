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
    """A card in a chat. `seq` is its first journal entry; `personal` are updates meant for some of a room only."""

    via: str
    reader: Reader
    raw: Json
    seq: int
    personal: dict[str, Json] = field(default_factory=dict)

    @property
    def task_id(self) -> str:
        return str(self.raw.get("task_id", ""))

    def seen_by(self, userid: str) -> Json:
        return self.personal.get(userid, self.raw)


class CardBook:
    """Cards by task_id."""

    def __init__(self) -> None:
        self._cards: dict[str, list[HeldCard]] = {}

    def add(self, card: HeldCard) -> None:
        self._cards.setdefault(card.task_id, []).append(card)

    def of(self, task_id: str) -> list[HeldCard]:
        return list(self._cards.get(task_id, []))

    def held(self, via: str, reader: Reader, task_id: str) -> HeldCard | None:
        """The newest one of that id that this recipient got by this channel."""
        matches = [card for card in self.of(task_id) if card.via == via and card.reader == reader]
        return matches[-1] if matches else None

    def forget(self, card: HeldCard) -> None:
        """Recalled: nobody can press it any more."""
        self._cards[card.task_id].remove(card)
