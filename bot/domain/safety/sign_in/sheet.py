"""A sheet to sign in on: of a training, a drill, a talk before the shift. Nobody signs for somebody else.

安全生产法 art. 28: training is recorded with its time, content, participants and results.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.identifiers import UserId

BEFORE: Final = timedelta(minutes=15)  # the start: then signing in begins
AFTER: Final = timedelta(minutes=30)  # the start: then it is over
MOST_WRONG: Final = 5  # codes that somebody may get wrong on one sheet
_TURN: Final = 600  # seconds; a code is shown for so long, and taken for as long again


class SheetState(StrEnum):
    OPEN = "进行"
    CALLED_OFF = "取消"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`number` is that of what it belongs to (PX-20261122-001). `leader` shows the code and may tick people; `note` is
    told along with the time and place; `seed` is what codes come from, hexadecimal, and nobody's to see."""

    number: str
    title: str
    leader: UserId
    starts: datetime
    place: str
    seed: str
    note: str = ""
    state: SheetState = SheetState.OPEN

    @property
    def opens(self) -> datetime:
        return self.starts - BEFORE

    @property
    def closes(self) -> datetime:
        return self.starts + AFTER

    def takes_signs(self, now: datetime) -> bool:
        return self.state is SheetState.OPEN and self.opens <= now <= self.closes

    def code(self, now: datetime) -> str:
        """Four digits, others every ten minutes."""
        return self._code(int(now.timestamp()) // _TURN)

    def fits(self, code: str, now: datetime) -> bool:
        """What was shown just now is still taken: people have to read and type it."""
        turn = int(now.timestamp()) // _TURN
        return any(hmac.compare_digest(code, self._code(each)) for each in (turn, turn - 1))

    def code_changes(self, now: datetime) -> datetime:
        """When another one is shown."""
        return datetime.fromtimestamp((int(now.timestamp()) // _TURN + 1) * _TURN, now.tzinfo)

    def _code(self, turn: int) -> str:
        digest = hmac.new(bytes.fromhex(self.seed), f"{self.number}:{turn}".encode(), hashlib.sha256).digest()
        return f"{int.from_bytes(digest[:8], 'big') % 10_000:04d}"
