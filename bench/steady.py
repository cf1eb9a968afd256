"""Open-loop load: each request is sent when its time has come, whatever became of the ones before.

`python -m bench.steady FILE PORT A_SECOND` sends all of FILE (msgpack, a list of bytes) and prints a `Steady` as JSON.
Each answer's time counts from the moment at which its request was due, so that nothing is hidden by waiting for others.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import uvloop

from bench.load import OK, is_whole

PATIENCE = 10.0  # seconds for one answer
PROBE = 0.005  # seconds

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Steady(msgspec.Struct, frozen=True):
    """`begun` on the monotonic clock; `acks` in ms, in the order of sending, null where there was no 200.

    `late_ms`: how late this process's own loop was at most, which is the machine's doing.
    """

    begun: float
    acks: list[float | None]
    late_ms: float


class Client:
    """As many keep-alive connections as are in use at once."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free: list[Connection] = []

    async def send(self, request: bytes, due: float) -> float | None:
        """ms; None: there was no 200."""
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await self._answer(request)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            return None
        return (time.monotonic() - due) * 1000 if answer.startswith(OK) else None

    async def _answer(self, request: bytes) -> bytes:
        reader, writer = self._free.pop() if self._free else await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(request)
        answer = await reader.readuntil(b"\r\n\r\n")
        while not is_whole(answer):
            answer += await reader.readexactly(1)
        self._free.append((reader, writer))
        return answer

    def close(self) -> None:
        for _, writer in self._free:
            writer.close()


async def run(requests: Sequence[bytes], port: int, a_second: float) -> Steady:
    client, late = Client(port), [0.0]
    probe = asyncio.create_task(_look(late))
    begun, sent = time.monotonic(), []
    for number, request in enumerate(requests):
        due = begun + number / a_second
        await asyncio.sleep(due - time.monotonic())
        sent.append(asyncio.create_task(client.send(request, due)))
    acks = await asyncio.gather(*sent)
    probe.cancel()
    client.close()
    return Steady(begun, list(acks), max(late) * 1000)


async def _look(late: list[float]) -> None:
    while True:
        due = time.monotonic() + PROBE
        await asyncio.sleep(PROBE)
        late[0] = max(late[0], time.monotonic() - due)


def main(argv: Sequence[str]) -> None:
    file, port, a_second = argv
    requests = msgspec.msgpack.decode(Path(file).read_bytes(), type=list[bytes])
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        print(msgspec.json.encode(runner.run(run(requests, int(port), float(a_second)))).decode())


if __name__ == "__main__":
    main(sys.argv[1:])
