"""The same text again and again: three times within five minutes, by one person in one group (D12§四, S145). And
whatever text, twenty times within a minute.

What was said isn't kept, only its digest, in memory, and no longer than that. A restart forgets it, which is harmless.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.domain.moderation.cases.case import digest_of
from bot.domain.moderation.content.finding import Finding
from bot.domain.moderation.content.folding import fold

OFTEN: Final = 3
WITHIN: Final = timedelta(minutes=5)
FLOOD: Final = 20
FLOOD_WITHIN: Final = timedelta(minutes=1)
SHORTEST: Final = 6  # characters: 收到 is said a hundred times a day
MOST: Final = 10_000  # texts that are remembered at once
_ANY: Final = ""  # instead of a digest: whatever was said


@dataclass(slots=True)
class Repeats:
    _seen: OrderedDict[tuple[str, str, str], dict[str, datetime]] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self._seen)

    def see(self, author: str, group: str, text: str, key: str, at: datetime) -> Finding | None:
        """`key` tells the message apart: one that is handled again after a crash counts once."""
        folded = fold(text)
        all_ = self._count((author, group, _ANY), key, at, FLOOD_WITHIN)
        same = self._count((author, group, digest_of(folded)), key, at, WITHIN) if len(folded) >= SHORTEST else 0
        if same >= OFTEN:
            return Finding("重复刷屏", "C15", 0, len(text), f"5 分钟内 {same} 遍")
        return Finding("刷屏", "C15", 0, len(text), f"1 分钟内 {all_} 条") if all_ >= FLOOD else None

    def _count(self, of: tuple[str, str, str], key: str, at: datetime, within: timedelta) -> int:
        times = {each: when for each, when in self._seen.pop(of, {}).items() if at - when < within}
        times[key] = at
        self._seen[of] = times
        if len(self._seen) > MOST:
            self._seen.popitem(last=False)
        return len(times)
