"""Whose turn it is: texts come in turn and none comes back before all that fit have been there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.library.reading import Library
from bot.domain.safety.library.topic import Kind, Site, Topic


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be taught; what is empty may be anything. `sites`: where its readers work, as far as it is known."""

    month: int
    kinds: frozenset[Kind] = frozenset()
    types: frozenset[HazardKind] = frozenset()
    sites: frozenset[Site] = frozenset()

    def fits(self, topic: Topic) -> bool:
        of_kind = not self.kinds or topic.kind in self.kinds
        of_type = not self.types or topic.type in self.types
        in_season = not topic.months or self.month in topic.months
        here = not topic.sites or not self.sites or bool(topic.sites & self.sites)
        return of_kind and of_type and in_season and here


def take_turn(library: Library, wish: Wish, seen: Sequence[str], reader: str) -> Topic | None:
    """The text that `reader` saw least often; of several what the season asks for, then what his site does.

    `seen`: keys, one for each time that one was shown. The same is chosen again if asked again.
    """
    times = Counter(seen)

    def rank(topic: Topic) -> tuple[int, bool, bool, int]:
        scattered = crc32(f"{reader}|{topic.key}".encode())
        return times[topic.key], not topic.months, not (topic.sites & wish.sites), scattered

    return min(filter(wish.fits, library.values()), key=rank, default=None)
