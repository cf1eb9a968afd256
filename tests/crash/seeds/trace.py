"""What happened, in order: two runs of a seed are the same if their traces are, to the byte."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


def _nothing() -> None:
    return


@dataclass(slots=True)
class Trace:
    """`lines` are to be read: what the world saw, with the time. The digest knows each draw and each statement too."""

    now: Callable[[], float] = float
    on_sight: Callable[[], None] = _nothing
    lines: list[str] = field(default_factory=list)
    _hash: Any = field(default_factory=hashlib.sha256)

    def drawn(self, place: int) -> None:
        self._hash.update(b"%d " % place)

    def stated(self, sql: str, values: object) -> None:
        """The ORM names the columns in another order in each process, and counts its savepoints."""
        length = len(sql) if values else 0
        self._hash.update(f"{sql[:6]}{length}{values}".encode("utf-8", "surrogatepass"))

    def saw(self, what: str) -> None:
        line = f"{self.now():10.3f} {what}"
        self.lines.append(line)
        self.on_sight()
        self._hash.update(line.encode())

    @property
    def digest(self) -> str:
        return str(self._hash.hexdigest())
