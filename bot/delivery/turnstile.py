"""Channels through which WeCom lets nothing pass for a while: nobody calls inside of that time, in no process.

After it one parcel goes first, an urgent one if there is any: where WeCom still says no, it has said it once. The
others follow when WeCom took or refused that one; where it never got so far, the next one goes first. So it is in each
process, also where another one was told that it is shut. Limits of the app are those of all that it says; the AI bot
and webhooks have theirs for each conversation.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

from bot.delivery.ladder import Rung
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.pauses import Pauses
from bot.shapes.queue import OutboxRow

WHOLE: Final = frozenset({Via.APP, Via.APPCHAT})
AFTER_URGENT: Final = 0.2  # seconds
BEHIND: Final = 0.1  # seconds: who found out that it is shut lets another one find out the next time
LOOK_AGAIN: Final = 0.2  # seconds, while the first one is on its way
ON_ITS_WAY: Final = 15.0  # seconds; then it is not waited for any longer


@dataclass(frozen=True, slots=True)
class _First:
    row: int
    urgent: bool
    since: float  # on the loop's clock


class Turnstile:
    def __init__(self, pauses: Pauses) -> None:
        self._pauses = pauses
        self._first: dict[str, _First | None] = {}  # of what was shut; None: nobody goes yet
        self._passed: dict[str, float] = {}  # the end of the last pause after which one got through

    def left(self, rung: Rung) -> float:
        """Seconds until something may pass."""
        return self._pauses.left(_name(rung))

    def wait(self, row: OutboxRow, rung: Rung) -> float:
        """Seconds until this one may go; 0: now. Who has gone first must be `answered`, or give up."""
        name = _name(rung)
        if left := self._pauses.left(name):
            self._first[name] = None
            return left if row.urgent else left + AFTER_URGENT
        if name not in self._first and self._pauses.until(name) <= self._passed.get(name, 0.0):
            return 0.0
        first, now = self._first.get(name), asyncio.get_running_loop().time()
        if first and first.row != row.id and first.urgent >= row.urgent and now - first.since < ON_ITS_WAY:
            return LOOK_AGAIN
        self._first[name] = _First(row.id, row.urgent, now)
        return 0.0

    async def answered(self, rung: Rung, outcome: Outcome) -> None:
        """Another trouble shows nothing. Nor does what left before it was shut, and is answered while nobody goes."""
        name = _name(rung)
        if outcome.pause:
            self._first[name] = None
            await self._pauses.shut(name, outcome.pause, outcome.errcode)
        elif self._first.get(name) and outcome.verdict is not Verdict.RETRY:
            del self._first[name]
            self._passed[name] = self._pauses.until(name)

    def gave_up(self, row: OutboxRow, rung: Rung) -> None:
        """It is not on its way, or not any more: where it was the first one, another may be."""
        name = _name(rung)
        if (first := self._first.get(name)) and first.row == row.id:
            self._first[name] = None


def after_the_others(row: OutboxRow) -> float:
    """Seconds after the end of a pause, for one that found out that it is shut."""
    return BEHIND if row.urgent else AFTER_URGENT + BEHIND


def _name(rung: Rung) -> str:
    return str(rung.via) if rung.via in WHOLE else rung.route
