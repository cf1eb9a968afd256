"""A suggestion on its way: received, considered, taken up or not and why, done (D14§篇1.3, D16§四, D18§5)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.errors import Defect
from bot.identifiers import UserId

PREFIX: Final = "XJ"
LONGEST: Final = 500  # characters, of it and of why


class IdeaState(StrEnum):
    """The value is what people read."""

    RECEIVED = "收到"
    CONSIDERING = "考虑中"
    ADOPTED = "采纳"
    DECLINED = "不采纳"
    DONE = "做完了"


NEXT: Final = {
    IdeaState.RECEIVED: (IdeaState.CONSIDERING, IdeaState.ADOPTED, IdeaState.DECLINED),
    IdeaState.CONSIDERING: (IdeaState.ADOPTED, IdeaState.DECLINED),
    IdeaState.ADOPTED: (IdeaState.DONE, IdeaState.DECLINED),
}
PUBLIC: Final = (IdeaState.CONSIDERING, IdeaState.ADOPTED, IdeaState.DONE)
"""On the board: somebody has looked at it and found that it may stand there."""
SAID: Final = frozenset({IdeaState.ADOPTED, IdeaState.DECLINED, IdeaState.DONE})  # not without a word of why, or what


@dataclass(frozen=True, slots=True)
class Idea:
    """`teller` is None where it was told without a name: nobody knows him, the bot neither. `why`: of its last step."""

    number: str
    teller: UserId | None
    theme: str
    text: str
    at: datetime
    state: IdeaState = IdeaState.RECEIVED
    why: str = ""
    changed_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state in NEXT

    def moved(self, state: IdeaState, why: str, now: datetime) -> "Idea":
        if state not in NEXT.get(self.state, ()):
            raise Defect(f"an idea that is {self.state.name} can't become {state.name}")
        return replace(self, state=state, why=why, changed_at=now, version=self.version + 1)


def themes(ideas: Iterable[Idea]) -> Sequence[tuple[str, int]]:
    """How many of each, the most frequent first."""
    counted = Counter(each.theme for each in ideas)
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))
