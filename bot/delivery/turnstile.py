"""Channels through which WeCom lets nothing pass for a while: nobody calls inside of that time, in no process.

After it one parcel goes first, an urgent one if there is any: where WeCom still says no, it has said it once. The
others follow when that one came to its end. Limits of the app are those of all that it says; the AI bot and webhooks
have theirs for each conversation.
"""

import asyncio
from typing import Final

from bot.delivery.ladder import Rung
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome
from bot.shapes.pauses import Pauses
from bot.shapes.queue import OutboxRow

WHOLE: Final = frozenset({Via.APP, Via.APPCHAT})
AFTER_URGENT: Final = 0.2  # seconds
LOOK_AGAIN: Final = 0.2  # seconds, while the first one is on its way
ON_ITS_WAY: Final = 15.0  # seconds; then it is not waited for any longer


class Turnstile:
    def __init__(self, pauses: Pauses) -> None:
        self._pauses = pauses
        # Of what was shut: which row goes first, and since when, on the loop's clock.
        self._first: dict[str, tuple[int, float] | None] = {}

    def left(self, rung: Rung) -> float:
        """Seconds until something may pass."""
        return self._pauses.left(_name(rung))

    def wait(self, row: OutboxRow, rung: Rung) -> float:
        """Seconds until this one may go; 0: now."""
        name = _name(rung)
        if left := self._pauses.left(name):
            self._first[name] = None
            return left if row.urgent else left + AFTER_URGENT
        if name not in self._first:
            return 0.0
        first, now = self._first[name], asyncio.get_running_loop().time()
        if first and first[0] != row.id and now - first[1] < ON_ITS_WAY:
            return LOOK_AGAIN
        self._first[name] = row.id, now
        return 0.0

    async def answered(self, rung: Rung, outcome: Outcome) -> None:
        name = _name(rung)
        if outcome.pause:
            self._first[name] = None
            await self._pauses.shut(name, outcome.pause)
        else:
            self._first.pop(name, None)


def _name(rung: Rung) -> str:
    return str(rung.via) if rung.via in WHOLE else rung.route
