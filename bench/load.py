"""Closed-loop load: some keep-alive connections, each sends its next request when the last was answered.

`python -m bench.load FILE PORTS SERVER_PIDS SECONDS again|once [CONNECTIONS]` prints a `Result` as JSON; ports and ids
are lists with commas. It is a process of its own, so that it never takes time from the servers' core; the requests of
FILE (msgpack, a list of bytes) are sent in turn.
"""

import asyncio
import itertools
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import msgspec
import uvloop

from bench.figures import percentile
from bench.processes import cpu_seconds

CONNECTIONS = 16
WARM_UP = 1.0  # seconds, or the measured time if that is shorter
OK = b"HTTP/1.1 200 "
LENGTH = b"Content-Length: "


class Result(msgspec.Struct, frozen=True):
    """Within the measured time: answers with 200, others, the servers' CPU seconds, answer times in ms.

    `accepted` counts 200s from the very beginning, which was `begun` on the monotonic clock, warm-up included; `spent`:
    the requests did not last.
    """

    ok: int
    other: int
    accepted: int
    seconds: float
    cpu: float
    p50: float
    p99: float
    spent: bool
    begun: float = 0.0


@dataclass(slots=True)
class Tally:
    """What came back. `latencies` in seconds, since the last `restart`."""

    latencies: list[float] = field(default_factory=list)
    other: int = 0
    accepted: int = 0

    def restart(self) -> None:
        self.latencies.clear()
        self.other = 0

    def note(self, head: bytes, seconds: float) -> None:
        if head.startswith(OK):
            self.accepted += 1
            self.latencies.append(seconds)
        else:
            self.other += 1


class Connection(asyncio.Protocol):
    """One request at a time until `requests` end or `close`."""

    def __init__(self, requests: Iterator[bytes], tally: Tally) -> None:
        self._requests = requests
        self._tally = tally
        self._buffer = b""
        self._sent = 0.0
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)  # uvloop's is none by class
        self._next()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not is_whole(self._buffer):
            return
        self._tally.note(self._buffer, time.perf_counter() - self._sent)
        self._buffer = b""
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None

    def close(self) -> None:
        if self._transport:
            self._transport.abort()

    def _next(self) -> None:
        request = next(self._requests, None)
        if self._transport and request is not None:
            self._sent = time.perf_counter()
            self._transport.write(request)


def is_whole(answer: bytes) -> bool:
    """Head and body of an HTTP answer are there."""
    head, blank, body = answer.partition(b"\r\n\r\n")
    if not blank:
        return False
    length = head.partition(LENGTH)[2].partition(b"\r\n")[0]
    return len(body) >= int(length or 0)


async def run(
    requests: Sequence[bytes],
    ports: Sequence[int],
    servers: Sequence[int],
    seconds: float,
    *,
    again: bool,
    connections: int = CONNECTIONS,
) -> Result:
    """`again`: begin anew when all were sent, for a server that does not mind copies. Ports share the connections."""
    turns = itertools.cycle(requests) if again else iter(requests)
    tally, loop, first = Tally(), asyncio.get_running_loop(), time.monotonic()
    made = [
        await loop.create_connection(lambda: Connection(turns, tally), "127.0.0.1", ports[number % len(ports)])
        for number in range(connections)
    ]
    await asyncio.sleep(min(seconds, WARM_UP))
    tally.restart()
    begun, cpu = time.perf_counter(), sum(map(cpu_seconds, servers))
    await asyncio.sleep(seconds)
    took, used = time.perf_counter() - begun, sum(map(cpu_seconds, servers)) - cpu
    latencies = list(tally.latencies)
    result = Result(
        ok=len(latencies),
        other=tally.other,
        accepted=tally.accepted,
        seconds=took,
        cpu=used,
        p50=percentile(latencies or [0.0], 50) * 1000,
        p99=percentile(latencies or [0.0], 99) * 1000,
        spent=next(turns, None) is None,
        begun=first,
    )
    for _, connection in made:
        connection.close()
    return result


def main(argv: Sequence[str]) -> None:
    file, ports, servers, seconds, again, *more = argv
    connections = int(more[0]) if more else CONNECTIONS
    requests = msgspec.msgpack.decode(Path(file).read_bytes(), type=list[bytes])
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        work = run(
            requests,
            _numbers(ports),
            _numbers(servers),
            float(seconds),
            again=again == "again",
            connections=connections,
        )
        result = runner.run(work)
    print(msgspec.json.encode(result).decode())


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


if __name__ == "__main__":
    main(sys.argv[1:])
