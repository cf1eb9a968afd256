"""`….rest` and `….load`: from saying something to the sandbox until the bot's answer stands in its log.

The whole way: sandbox, encrypted callback, bot, its database, WeCom's API, log. Sandbox and bot are processes.
"""

import asyncio
import tempfile
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

import aiohttp

from bench.bot_under_test import run_command
from bench.figures import Figure, percentile
from bench.processes import LOAD_CORE, SERVER_CORE, free_port, serving
from bench.trials import Opened

BARE = "HTTP round trip to a bare aiohttp handler"
PEOPLE = 200  # WeCom lets an app say 30 things a minute to one person: nobody here gets near
TEXT = "/帮助"
PATIENCE = 10.0  # seconds for one answer
LOAD_RATE = 20  # messages a second


class Conversation:
    """Says things as employees in turn, and waits for what the bot says to them."""

    def __init__(self, session: aiohttp.ClientSession, sandbox: str, people: Sequence[str]) -> None:
        self._session = session
        self._sandbox = sandbox
        self._people = deque(people)
        self._expected: dict[str, deque[asyncio.Future[None]]] = defaultdict(deque)
        self._last = 0

    async def ask(self) -> float:
        """Milliseconds until the answer. Raises TimeoutError where there is none."""
        person = self._people[0]
        self._people.rotate(-1)
        answered = asyncio.get_running_loop().create_future()
        self._expected[person].append(answered)
        begun = time.perf_counter()
        body = {"from": person, "to": "app", "text": TEXT}
        async with self._session.post(f"{self._sandbox}/sandbox/say", json=body) as response:
            response.raise_for_status()
        async with asyncio.timeout(PATIENCE):
            await answered
        return (time.perf_counter() - begun) * 1000

    async def listen(self) -> None:
        """For ever; run it beside the asking."""
        while True:
            query = {"after": str(self._last), "wait": "5"}
            async with self._session.get(f"{self._sandbox}/sandbox/log", params=query) as response:
                answer = await response.json()
            self._last = answer["last"]
            for entry in answer["entries"]:
                waiting = self._expected[entry["to"].get("user", "")]
                if waiting:
                    waiting.popleft().set_result(None)


def figures(
    name: str,
    database: Opened,
    *,
    at_rest: int,
    load_seconds: float,
    settling: float = 2.0,
    processes: int = 1,
) -> list[Figure]:
    """`settling` seconds after the start, while the bot reads the directory, nothing is measured.

    Several `processes` of the bot share the database, behind a proxy; and one core.
    """
    with (
        tempfile.TemporaryDirectory(prefix="qunwu-bench-") as folder,
        database(Path(folder)) as url,
        ExitStack() as stack,
    ):
        sandbox, bare = _started(Path(folder), stack, url, processes)
        rest, load, trips = asyncio.run(_times(sandbox, bare, at_rest, load_seconds, settling))
    return [*_both(f"{name}.rest", rest, trips), *_both(f"{name}.load", load, trips)]


async def _times(
    sandbox: str, bare: str, at_rest: int, load_seconds: float, settling: float
) -> tuple[list[float], list[float], list[float]]:
    """ms at rest, under load, and of round trips to the bare server."""
    async with aiohttp.ClientSession() as session, _conversation(session, sandbox) as conversation:
        await conversation.ask()  # the first pays for the token
        await asyncio.sleep(settling)
        trips = [await _round_trip(session, bare) for _ in range(at_rest * 5)]
        rest = [await conversation.ask() for _ in range(at_rest)]
        load = await _under_load(conversation, load_seconds)
    return rest, load, trips


def _started(folder: Path, stack: ExitStack, database: str, processes: int) -> tuple[str, str]:
    """Addresses of the sandbox, with a bot in it, and of a bare server."""
    port, door, bare_port = free_port(), free_port(), free_port()
    config = folder / "bot.toml"
    sandbox = ["bot", "sandbox", "--port", str(port), "--bot-port", str(door), "--people", str(PEOPLE)]
    sandbox += ["--write-config", str(config)]

    def start(
        module: list[str], port: int, path: str, core: int, name: str, told: dict[str, str] | None = None
    ) -> None:
        stack.enter_context(serving(module, port=port, path=path, core=core, log=folder / name, told=told))

    start(sandbox, port, "/sandbox/state", LOAD_CORE, "sandbox.log")
    bot_ports = [door] if processes == 1 else [free_port() for _ in range(processes)]
    for number, own in enumerate(bot_ports):
        told = {"QUNWU_SERVER__PORT": str(own), "QUNWU_DATABASE__URL": database}
        told["QUNWU_SPOOL__FILE"] = str(folder / "spool.sqlite3")
        start(run_command(config), own, "/readyz", SERVER_CORE, f"bot-{number}.log", told)
    if bot_ports != [door]:
        start(["bench.proxy", str(door), *map(str, bot_ports)], door, "/bench/alive", LOAD_CORE, "proxy.log")
    start(["bench.bare", str(bare_port)], bare_port, "/", SERVER_CORE, "bare.log")
    return f"http://127.0.0.1:{port}", f"http://127.0.0.1:{bare_port}"


@asynccontextmanager
async def _conversation(session: aiohttp.ClientSession, sandbox: str) -> AsyncIterator[Conversation]:
    async with session.get(f"{sandbox}/sandbox/state") as response:
        people = [person["userid"] for person in (await response.json())["people"]]
    conversation = Conversation(session, sandbox, people)
    listening = asyncio.create_task(conversation.listen())
    try:
        yield conversation
    finally:
        listening.cancel()
        await asyncio.wait([listening])


async def _under_load(conversation: Conversation, seconds: float) -> list[float]:
    """Open loop: the next is said when its time has come, whatever became of the last."""
    loop = asyncio.get_running_loop()
    begun, asked = loop.time(), []
    for number in range(int(seconds * LOAD_RATE)):
        await asyncio.sleep(begun + number / LOAD_RATE - loop.time())
        asked.append(asyncio.create_task(conversation.ask()))
    return list(await asyncio.gather(*asked))


async def _round_trip(session: aiohttp.ClientSession, bare: str) -> float:
    begun = time.perf_counter()
    async with session.post(f"{bare}/wecom/app", data=b"x" * 600) as response:
        await response.read()
    return (time.perf_counter() - begun) * 1000


def _both(name: str, times: Sequence[float], trips: Sequence[float]) -> list[Figure]:
    return [_figure(f"{name}.p{percent}", percent, times, trips) for percent in (50, 99)]


def _figure(name: str, percent: int, times: Sequence[float], trips: Sequence[float]) -> Figure:
    value, bare = percentile(times, percent), percentile(trips, percent)
    return Figure(name, value, "ms", BARE, value / bare, {"baseline_value": bare, "messages": len(times)})
