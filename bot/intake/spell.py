"""What the log says of the spool: once when it begins, and once when it has been empty for a while.

Where a database is only just too slow, the spool opens and closes every few seconds: that is one matter, not hundreds.
"""

from collections.abc import Collection
from typing import Final

import structlog

from bot.identifiers import UserId

log = structlog.get_logger()

CALM: Final = 30.0  # seconds without anything there, until it is said to be over


class Spell:
    def __init__(self) -> None:
        self._messages = 0  # kept since it began
        self._times = 0  # that something had to be kept anew
        self._empty_since: float | None = None
        self._refused: set[UserId] = set()

    def kept(self, messages: int) -> None:
        if not self._times:
            log.error("spool.begun")
        if not self._times or self._empty_since is not None:
            self._times += 1
        self._messages += messages
        self._empty_since = None

    def refused(self, senders: Collection[UserId]) -> None:
        """More of theirs is not kept; each is named once."""
        for sender in set(senders) - self._refused:
            log.error("spool.share_used", sender=sender)
        self._refused.update(senders)

    def seen_empty(self, now: float) -> None:
        """Told at each look, as long as it is so. `now`: seconds that only grow."""
        if self._empty_since is None:
            self._empty_since = now
        if now - self._empty_since >= CALM:
            self.end()

    def end(self) -> None:
        if self._times:
            log.warning("spool.emptied", messages=self._messages, times=self._times)
        self._messages, self._times = 0, 0
        self._refused.clear()
