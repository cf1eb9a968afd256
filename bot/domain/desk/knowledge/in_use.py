"""The texts that answers are found in now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.domain.desk.knowledge.index import Index
from bot.domain.desk.knowledge.passage import Passage
from bot.domain.desk.knowledge.reading import shipped


@cache
def shipped_index() -> Index:
    """Of the texts that come along."""
    return Index(shipped())


def chosen(texts: Collection[str] | None) -> Sequence[Passage]:
    """Of what comes along those that the company uses; None: all of them."""
    return [each for each in shipped() if texts is None or each.source.id in texts]


@dataclass(slots=True, eq=False)
class KnowledgeInUse:
    """Whoever loads others puts them here, whole: nobody sees half a text.

    `digests`: of the texts of an index, by their ids. `in_force`: where other versions hold than lie in the folder, the
    index of those, and what it was made of.
    """

    loaded: Index | None = None
    digests: tuple[Index, Mapping[str, str]] | None = None
    in_force: tuple[tuple[Index, tuple[str, ...]], Index] | None = None

    @property
    def index(self) -> Index:
        return self.loaded or shipped_index()
