"""The first frame that says that a message arrived."""

import asyncio
from dataclasses import dataclass, field

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.aibot.frames import Body
from bot.wecom.aibot.receipts import Receipts


@dataclass
class Desk:
    """Where messages are worked on, and the line that receipts go out by."""

    working: set[str] = field(default_factory=set)
    said: list[tuple[str, Body]] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    verdict: Verdict = Verdict.DONE

    async def still_working(self, key: str) -> bool:
        return key in self.working

    async def exchange(self, _cmd: str, body: Body | None = None, *, req_id: str = "") -> Outcome:
        self.said.append((req_id, body or {}))
        await self.gate.wait()
        return Outcome(self.verdict)


async def turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def receipts_at(desk: Desk, *, after: float = 0.0) -> Receipts:
    return Receipts(desk.exchange, desk.still_working, after=after)


async def test_long_work_is_announced_once() -> None:
    desk = Desk(working={"bot:1"})
    desk.gate.set()
    receipts = receipts_at(desk)
    receipts.watch("bot:1", "srv-1")
    await turns()
    [(req_id, body)] = desk.said
    assert (req_id, body["stream"]["finish"], body["stream"]["content"]) == ("srv-1", False, "收到，正在办…")
    opened = await receipts.settle("srv-1")
    assert opened is not None
    assert opened.stream_id == body["stream"]["id"]


async def test_what_is_done_without_words_stays_without_words() -> None:
    desk = Desk()
    receipts = receipts_at(desk)
    receipts.watch("bot:1", "srv-1")
    await turns()
    assert desk.said == []
    assert await receipts.settle("srv-1") is None


async def test_a_quick_answer_needs_no_receipt() -> None:
    desk = Desk(working={"bot:1"})
    receipts = receipts_at(desk, after=60.0)
    receipts.watch("bot:1", "srv-1")
    assert await receipts.settle("srv-1") is None
    assert await receipts.settle("srv-1") is None
    assert desk.said == []


async def test_an_answer_waits_for_the_receipt_that_is_on_its_way() -> None:
    desk = Desk(working={"bot:1"})
    receipts = receipts_at(desk)
    receipts.watch("bot:1", "srv-1")
    await turns()
    settling = asyncio.create_task(receipts.settle("srv-1"))
    await turns()
    assert not settling.done()
    desk.gate.set()
    assert await settling is not None


async def test_a_receipt_that_was_refused_is_no_bubble() -> None:
    desk = Desk(working={"bot:1"}, verdict=Verdict.REFUSED)
    desk.gate.set()
    receipts = receipts_at(desk)
    receipts.watch("bot:1", "srv-1")
    await turns()
    assert await receipts.settle("srv-1") is None


async def test_a_desk_that_breaks_does_no_harm() -> None:
    async def broken(_key: str) -> bool:
        raise ConnectionError("the database is away")

    desk = Desk()
    receipts = Receipts(desk.exchange, broken, after=0.0)
    receipts.watch("bot:1", "srv-1")
    await turns()
    assert await receipts.settle("srv-1") is None


async def test_stop() -> None:
    desk = Desk(working={"bot:1"})
    receipts = receipts_at(desk, after=60.0)
    receipts.watch("bot:1", "srv-1")
    await receipts.stop()
    assert desk.said == []
