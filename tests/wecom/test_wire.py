"""Frames and their acks."""

import asyncio
import json
from dataclasses import dataclass, field

import pytest

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.aibot.frames import Frame
from bot.wecom.aibot.wire import Wire


@dataclass
class Socket:
    sent: list[dict[str, object]] = field(default_factory=list)
    broken: bool = False

    async def send_str(self, data: str) -> None:
        if self.broken:
            raise ConnectionResetError("Cannot write to closing transport")
        self.sent.append(json.loads(data))


@pytest.fixture
def socket() -> Socket:
    return Socket()


def wire_on(socket: Socket, *, ack_time: float = 5.0) -> Wire:
    return Wire(socket, ack_time=ack_time)


async def turn() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_an_ack_finds_its_frame(socket: Socket) -> None:
    wire = wire_on(socket)
    asked = [asyncio.create_task(wire.exchange("aibot_send_msg", {"n": n}, req_id=f"r{n}")) for n in range(3)]
    await turn()
    assert len(socket.sent) == 3  # different req_ids do not wait for each other
    wire.acknowledge(Frame("r1", errcode=45009))
    wire.acknowledge(Frame("r2"))
    wire.acknowledge(Frame("r0"))
    assert [(await task).verdict for task in asked] == [Verdict.DONE, Verdict.RETRY, Verdict.DONE]


async def test_frames_to_one_req_id_wait_for_each_other(socket: Socket) -> None:
    wire = wire_on(socket)
    first = asyncio.create_task(wire.exchange("aibot_respond_msg", {"n": 1}, req_id="r"))
    second = asyncio.create_task(wire.exchange("aibot_respond_msg", {"n": 2}, req_id="r"))
    await turn()
    assert [frame["body"] for frame in socket.sent] == [{"n": 1}]
    wire.acknowledge(Frame("r"))
    await turn()
    assert [frame["body"] for frame in socket.sent] == [{"n": 1}, {"n": 2}]
    wire.acknowledge(Frame("r", errcode=846608))
    assert [(await first).errcode, (await second).errcode] == [0, 846608]


async def test_silence_is_unknown(socket: Socket) -> None:
    assert (await wire_on(socket, ack_time=0.01).exchange("ping")).verdict is Verdict.UNKNOWN


async def test_a_late_ack_is_not_taken_for_the_next_ones(socket: Socket) -> None:
    wire = wire_on(socket, ack_time=0.01)
    assert (await wire.exchange("aibot_respond_msg", {}, req_id="r")).verdict is Verdict.UNKNOWN
    second = asyncio.create_task(wire.exchange("aibot_respond_msg", {}, req_id="r"))
    await turn()
    wire.acknowledge(Frame("r", errcode=846608))  # the first one's
    wire.acknowledge(Frame("r"))
    assert await second == Outcome(Verdict.DONE)


async def test_a_lost_connection_leaves_what_was_sent_unknown(socket: Socket) -> None:
    wire = wire_on(socket)
    sent = asyncio.create_task(wire.exchange("aibot_respond_msg", {}, req_id="r"))
    waiting = asyncio.create_task(wire.exchange("aibot_respond_msg", {}, req_id="r"))
    await turn()
    wire.lose()
    assert (await sent).verdict is Verdict.UNKNOWN
    assert (await waiting).verdict is Verdict.RETRY  # this one had not gone out
    assert (await wire.exchange("ping")).verdict is Verdict.RETRY
    assert len(socket.sent) == 1


async def test_a_socket_that_breaks_while_writing_is_unknown(socket: Socket) -> None:
    socket.broken = True
    assert (await wire_on(socket).exchange("ping")).verdict is Verdict.UNKNOWN


async def test_acks_that_nobody_waits_for_do_no_harm(socket: Socket) -> None:
    wire_on(socket).acknowledge(Frame("nobody"))
