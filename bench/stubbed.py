"""What the stub of WeCom has been sent so far, and how late the bot's event loop was."""

import asyncio
import json
import re
import time
import urllib.request
from collections.abc import Sequence

import aiohttp

from bench.processes import Server
from bot.core import SENDERS

POLL = 0.1  # seconds
_LAG = re.compile(rb"^qunwu_loop_lag_seconds ([\d.e+-]+)$", re.MULTILINE)

Call = tuple[float, str]  # when, on the monotonic clock; to whom, as WeCom writes several


class NotDrainedError(Exception):
    """It didn't send in time what it had to."""


class Outlet:
    """The sending end. `read` at any time: what came since the last look is added to `calls`."""

    def __init__(self, api: int) -> None:
        self.api = api
        self._at = f"http://127.0.0.1:{api}/bench/"
        self.calls: list[Call] = []

    def read(self) -> Sequence[Call]:
        with urllib.request.urlopen(f"{self._at}calls?after={len(self.calls)}", timeout=10) as answer:
            self.calls += [(at, to) for at, to in json.load(answer)]
        return self.calls

    def dropped(self) -> int:
        """How many calls were a repetition of one that had come."""
        with urllib.request.urlopen(f"{self._at}sent", timeout=10) as answer:
            return int(json.load(answer)["dropped"])

    def await_calls(self, number: int, *, within: float) -> float:
        """When the last of so many came. Raises NotDrainedError."""
        deadline = time.monotonic() + within
        while len(self.read()) < number:
            if time.monotonic() > deadline:
                raise NotDrainedError(f"{len(self.calls)} of {number} sent within {within:.0f} s")
            time.sleep(POLL)
        return self.calls[number - 1][0]


def lag_ms(servers: Sequence[Server]) -> float:
    """The longest that the loop of any of them was late since the last look, where `bench.probed` runs them."""
    return max(_lag(each) for each in servers) * 1000


def _lag(server: Server) -> float:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=10) as answer:
        found = _LAG.search(answer.read())
    return float(found[1]) if found else 0.0


async def plain_calls(api: int, number: int) -> float:
    """Seconds of so many calls by aiohttp's client, some at once; they stand in what `Outlet` reads."""
    gate = asyncio.Semaphore(SENDERS)
    body = {"touser": "nobody", "msgtype": "text", "agentid": 1, "text": {"content": "好的。"}}

    async def call(session: aiohttp.ClientSession) -> None:
        async with gate, session.post(f"http://127.0.0.1:{api}/cgi-bin/message/send", json=body) as answer:
            await answer.read()

    begun = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(call(session) for _ in range(number)))
    return time.perf_counter() - begun
