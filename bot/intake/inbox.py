"""Where every message enters: stored and committed, only then acknowledged, only then worked on."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.domain.credentials import without_credentials
from bot.identifiers import is_card_of
from bot.intake.spooler import announced
from bot.meters.catalogue import Meters
from bot.queueing.batching import Batcher
from bot.queueing.rush import Rush
from bot.services.safety.emergencies.reports import TOPIC as ACCIDENT
from bot.shapes.incoming import Incoming, Kind
from bot.shapes.queue import NOT_KEPT, InboxStore, NotKeptError, Waiting
from bot.understanding.emergency.heed import heed

_Batch = Sequence[tuple[Incoming, bool]]


class Inbox:
    """The port `Intake`. Messages that arrive while one commit is under way share the next one."""

    def __init__(
        self, rows: InboxStore, announce: Callable[[Iterable[Waiting]], None], rush: Rush, meters: Meters | None = None
    ) -> None:
        self._rows = rows
        self._announce = announce
        self._rush = rush
        self._meters = meters or Meters()
        self._batcher = Batcher[tuple[Incoming, bool], int | None](self._store)

    async def take(self, incoming: Incoming) -> bool:
        incoming = unsaid(incoming)
        urgent = _is_urgent(incoming)
        since = time.monotonic()
        row = await self._batcher.add((incoming, urgent), first=urgent)
        if row == NOT_KEPT:
            raise NotKeptError
        is_new = row is not None
        self._meters.received.add(incoming.via, str(is_new).lower())
        if is_new:
            self._meters.heard(incoming.key, since=since)
        return is_new

    async def _store(self, batch: _Batch) -> Sequence[int | None]:
        """Announced here and not in `take`: a caller who is cancelled meanwhile would leave his message to lie."""
        senders = {incoming.sender for incoming, _ in batch}  # one who writes without end is no crowd
        with self._rush.commit(len(senders)):
            rows = await self._rows.store(batch)
        self._meters.batches.observe(len(batch))
        self._announce(announced(batch, rows))
        return rows


def unsaid(incoming: Incoming) -> Incoming:
    """Without passwords, codes and keys: what is never stored is in no log, export or backup either (D15§7.1)."""
    text = without_credentials(incoming.text)
    quote = without_credentials(incoming.quote) if incoming.quote else incoming.quote
    if (text, quote) == (incoming.text, incoming.quote):
        return incoming
    return replace(incoming, text=text, quote=quote, masked=text != incoming.text)


def _is_urgent(incoming: Incoming) -> bool:
    """A cry for help, or what somebody does about one. Being wrong costs others a place in the queue, nothing else."""
    if incoming.press:
        return is_card_of(ACCIDENT, incoming.press.task_id)
    return incoming.kind is Kind.TEXT and heed(incoming.text) is not None
