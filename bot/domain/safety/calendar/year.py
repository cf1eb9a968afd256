"""What a company has of all this: its calendar, its library, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from bot.domain.safety.calendar.reading import Entries
from bot.domain.safety.calendar.reading import shipped as shipped_entries
from bot.domain.safety.library.reading import Library
from bot.domain.safety.library.reading import shipped as shipped_library
from bot.domain.safety.library.topic import Site
from bot.identifiers import GroupId

EXPOSED: Final = frozenset({"高温", "汛期", "冬季"})  # what nearly everybody meets; 台风 is for those who say so


@dataclass(frozen=True, slots=True)
class SafetyYear:
    """`themes`: a year -> the theme of its 安全生产月, once it is published. `sites`: where the people of a group work.
    `exposed`: to which seasons; entries that name another `where` are for others."""

    entries: Entries = field(default_factory=shipped_entries)
    library: Library = field(default_factory=shipped_library)
    themes: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    sites: Mapping[GroupId, frozenset[Site]] = field(default_factory=lambda: MappingProxyType({}))
    exposed: frozenset[str] = EXPOSED
