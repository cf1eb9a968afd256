"""Where every message enters: stored and committed, only then acknowledged, only then worked on."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.urgency import is_urgent
from bot.queueing.batching import Batcher
from bot.queueing.rush import Rush
from bot.shapes.incoming import Incoming, Kind
from bot.shapes.queue import InboxRows, Waiting

_Batch = Sequence[tuple[Incoming, bool]]


class Inbox:
    """The port `Intake`. Messages that arrive while one commit is under way share the next one."""

    def __init__(self, rows: InboxRows, announce: Callable[[Iterable[Waiting]], None], rush: Rush) -> None:
        self._rows = rows
        self._announce = announce
        self._rush = rush
        self._batcher = Batcher[tuple[Incoming, bool], int | None](self._store)

    async def take(self, incoming: Incoming) -> bool:
        urgent = incoming.kind is Kind.TEXT and is_urgent(incoming.text)
        return await self._batcher.add((incoming, urgent)) is not None

    async def _store(self, batch: _Batch) -> Sequence[int | None]:
        """Announced here and not in `take`: a caller who is cancelled meanwhile would leave his message to lie."""
        with self._rush.commit(len(batch)):
            rows = await self._rows.store(batch)
        self._announce(
            [
                Waiting(row, incoming.sender, urgent)
                for (incoming, urgent), row in zip(batch, rows, strict=True)
                if row is not None
            ]
        )
        return rows
