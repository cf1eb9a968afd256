"""Pauses between attempts; what is known of a send is written down, however long that takes."""

import asyncio
from collections.abc import Sequence

from bot.delivery.books import Books, backoff
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Text, ToPerson, Verdict
from bot.shapes.queue import OutboxRow, Settlement, Waiting
from bot.storage.queues.outbox import OutboxTable
from tests.crash.loop import SteppedLoop

ROW = OutboxRow(7, "m", "sending", ToPerson(UserId("lin")), Text("好"), False, 1, 0, 0, 0, "app:lin", False)
AWAY_FOR = 60.0


def test_pauses_double_up_to_half_a_minute() -> None:
    for attempts, seconds in ((0, 0.5), (1, 0.5), (2, 1.0), (4, 4.0), (20, 30.0)):
        assert 0.8 * seconds <= backoff(attempts) <= 1.2 * seconds


class Away(OutboxTable):
    """For a minute from its making."""

    def __init__(self) -> None:
        self._back_at = asyncio.get_running_loop().time() + AWAY_FOR
        self.states: list[str] = []

    async def settle(self, batch: Sequence[Settlement]) -> Sequence[Sequence[Waiting]]:
        if asyncio.get_running_loop().time() < self._back_at:
            raise ConnectionError("away")
        self.states += [each.state for each in batch]
        return [() for _ in batch]


def test_what_got_through_is_known_also_after_a_minute_without_a_database() -> None:
    """In virtual time. Else what can't be repeated would be listed, for somebody to decide about it."""

    async def alarm(_: str) -> None:
        return

    async def lived() -> list[str]:
        rows = Away()
        await Books(rows, lambda: 0, alarm, lambda _: None).done(ROW, Outcome(Verdict.DONE))
        return rows.states

    loop = SteppedLoop()
    try:
        assert loop.run_until_complete(lived()) == ["done"]
    finally:
        loop.close()
