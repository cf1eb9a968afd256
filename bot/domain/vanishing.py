"""Whether so many can have left at once, or it is the reading of the directory that is wrong."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from bot.identifiers import UserId

SOME: Final = 10  # as many may leave in a day of any company
SHARE: Final = 5  # of more, every fifth


@dataclass(frozen=True, slots=True)
class Vanished:
    """`here` were known as active; `gone` of them weren't among those who were read. `nobody`: nobody was read."""

    here: int
    gone: int
    nobody: bool

    @property
    def is_odd(self) -> bool:
        """An app that sees less than before, or an answer that was cut off, looks like that."""
        return self.gone > 0 and (self.nobody or self.gone > max(SOME, self.here // SHARE))


def vanished(known: Collection[UserId], read: Collection[UserId]) -> Vanished:
    """`known`: who is active as far as the last reading told."""
    return Vanished(len(known), len(set(known).difference(read)), not read)
