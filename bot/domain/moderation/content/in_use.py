"""The words that are looked for now, the same for all that people write: messages, drafts, names, evidence."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.domain.moderation.content.word_index import How, WordIndex
from bot.domain.moderation.content.words import shipped

ADVERTISING: Final = "C15"
_IN_NAMES: Final = frozenset({"C01", "C05", "C12", "C13", "C15"})  # 涉密 may well stand in the name of a group


@cache
def shipped_index() -> WordIndex:
    """Of the words that come along."""
    return WordIndex(shipped())


@dataclass(slots=True, eq=False)
class WordsInUse:
    """Whoever loads others puts them here, whole: nobody sees half a list."""

    loaded: WordIndex | None = None

    @property
    def index(self) -> WordIndex:
        return self.loaded or shipped_index()

    def in_name(self, name: str, *, disguised: bool = True) -> str | None:
        """The category of what can't stand in a name. `disguised`: by its sound, too; a real name only sounds so."""
        hits = (hit for hit in self.index.find(name) if disguised or hit.how in (How.PLAIN, How.APART))
        return next((hit.set.category for hit in hits if hit.set.category in _IN_NAMES), None)
