"""The head of the chain in a file, a line a day: what was cut off later is missing behind it.

The file may lie where this machine only writes and others keep. What it has is read from its own last line, so a start
anew writes no second one.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.domain.audit.heads import line
from bot.domain.audit.links import Head


@dataclass(slots=True)
class HeadFile:
    """`hour`: of the day, from which on the line of that day may be written."""

    path: Path
    hour: int
    _done: date | None = None

    def is_due(self, now: datetime) -> bool:
        """Cheap, once the day's line is there."""
        if now.hour < self.hour or self._done == now.date():
            return False
        if self._last(now) == now.date():
            self._done = now.date()
        return self._done != now.date()

    def append(self, head: Head, now: datetime) -> None:
        """Raises OSError."""
        with self.path.open("a", encoding="ascii") as file:
            file.write(line(head, now))
        self._done = now.date()

    def _last(self, now: datetime) -> date | None:
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, file.seek(0, 2) - 200))
                words = file.read().splitlines()[-1].split()
            return datetime.fromisoformat(words[0].decode()).astimezone(now.tzinfo).date()
        except (OSError, ValueError, IndexError):
            return None
