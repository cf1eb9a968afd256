"""Where every message enters: stored and committed, only then acknowledged, only then worked on."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.urgency import is_urgent
from bot.queueing.batching import Batcher
from bot.shapes.incoming import Incoming, Kind
from bot.shapes.queue import InboxRows, Waiting

_Batch = Sequence[tuple[Incoming, bool]]


class Inbox:
    """The port `Intake`. Messages that arrive while one commit is under way share the next one."""

    def __init__(self, rows: InboxRows, announce: Callable[[Iterable[Waiting]], None]) -> None:
        self._batcher = Batcher[tuple[Incoming, bool], int | None](rows.store)
        self._announce = announce

    @property
    def busy(self) -> bool:
        """Somebody waits for a commit, and WeCom for its answer."""
        return self._batcher.busy

    async def take(self, incoming: Incoming) -> bool:
        urgent = incoming.kind is Kind.TEXT and is_urgent(incoming.text)
        row = await self._batcher.add((incoming, urgent))
        if row is None:
            return False
        self._announce([Waiting(row, incoming.sender, urgent)])
        return True
