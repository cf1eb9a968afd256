"""What a notice to everybody costs, and whether it reaches each once whatever happens: 2,000 people as a rule.

    python -m bench.broadcast [PEOPLE] [--steady]

prints one JSON object. The sandbox has so many generated employees, WeCom's limits, and loses the answer to one in ten
calls; the bot is killed once when a third is told, and started again. Meanwhile somebody asks for help with a command
twice a second, and once cries for help: how long each waited is told. `--steady`: nothing is lost, nobody is killed.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from bench.figures import percentile
from bench.processes import free_port
from bot.config import loading
from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Approval, Draft, Notice, NoticeState
from bot.identifiers import UserId
from bot.services.notices.publishing.planning import JOB as PLAN
from bot.shapes.act import Act
from bot.storage.engine.opening import opened
from bot.storage.queues.parked import ParkedTable
from bot.storage.store import Records

ASKER, AUTHOR = "zhangsan", UserId("zhengqun")
WORDS = "全员演练通知：今天不演练，这是压力测试。"
LONGEST = 600.0  # seconds for all of it
LOST = 0.1  # of the answers to what is sent
ASK_EVERY = 0.5  # seconds


@dataclass(slots=True)
class Seen:
    """What the sandbox has shown so far. `told`: how often each got the notice."""

    told: Counter[str] = field(default_factory=Counter)
    replies: list[dict[str, Any]] = field(default_factory=list)
    last: int = 0


def draft(words: str, *, wants_confirmation: bool) -> Draft:
    return Draft(words, Audience(everybody=True), urgent=True, wants_confirmation=wants_confirmation)


async def scheduled(records: Records, draft: Draft, author: UserId, now: datetime) -> None:
    """As the plan has it once a notice was let pass."""
    by = Act("bench", "bench", "测量", "bench", now)
    number = await records.numbers.next("GG", now.date())
    approval = Approval(draft.digest, (author,), now)
    notice = Notice(number, author, draft, now, NoticeState.SCHEDULED, approval=approval, next_at=now)
    await records.notices.add(notice, by=by)
    await records.timers.set(PLAN, number, "r1", now)
    await records.jobs.hasten(PLAN, now)


class Site:
    """The sandbox and the bot, each a process."""

    def __init__(self, folder: Path, people: int, session: aiohttp.ClientSession) -> None:
        self.people = people
        self.folder = folder
        self.config = folder / "bot.toml"
        self.session = session
        self.port, self.bot_port = free_port(), free_port()
        self.seen = Seen()

    async def control(self, method: str, door: str, **more: Any) -> Any:
        url = f"http://127.0.0.1:{self.port}/sandbox/{door}"
        async with self.session.request(method, url, **more) as answer:
            return await answer.json()

    @asynccontextmanager
    async def sandbox(self) -> AsyncIterator[None]:
        options = ["--port", str(self.port), "--bot-port", str(self.bot_port), "--people", str(self.people)]
        async with _started("bot", "sandbox", *options, "--write-config", str(self.config), log=self.folder / "s.log"):
            await _until(self._answers)
            yield

    async def _answers(self) -> bool:
        with suppress(aiohttp.ClientError):
            return bool((await self.control("GET", "state"))["people"]) and self.config.exists()
        return False

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Any]:
        async with _started("bot", "run", "--config", str(self.config), log=self.folder / "b.log") as process:
            await _until(self._ready)
            yield process

    async def _ready(self) -> bool:
        with suppress(aiohttp.ClientError):
            async with self.session.get(f"http://127.0.0.1:{self.bot_port}/readyz") as answer:
                return answer.status == 200
        return False

    async def knows_everybody(self) -> bool:
        async with opened(loading.load(self.config).database.url, ()):
            return len(await Records().directory.people()) >= self.people

    async def announce(self) -> None:
        now = datetime.fromisoformat((await self.control("GET", "clock"))["now"])
        async with opened(loading.load(self.config).database.url, ()) as database:
            await database.transact(lambda: scheduled(Records(), draft(WORDS, wants_confirmation=True), AUTHOR, now))

    async def look(self) -> int:
        """Read on; how many people have it."""
        found = await self.control("GET", "log", params={"after": str(self.seen.last), "wait": "0.1"})
        self.seen.last = found["last"]
        for entry in found["entries"]:
            if entry.get("edits") is None and WORDS[:8] in f"{entry.get('text')}{entry.get('card')}":
                self.seen.told[entry["to"].get("user", "")] += 1
            elif entry["to"].get("user") == ASKER:
                self.seen.replies.append(entry)
        return len(self.seen.told)

    async def asked(self, words: str) -> float:
        """Seconds until somebody has an answer."""
        before, begun = len(self.seen.replies), time.perf_counter()
        await self.control("POST", "say", json={"from": ASKER, "to": "app", "text": words})
        while len(self.seen.replies) == before and time.perf_counter() - begun < 30:
            await self.look()
        return time.perf_counter() - begun

    async def unknown(self) -> int:
        async with opened(loading.load(self.config).database.url, ()) as database:
            return sum(each.outcome == "unknown" for each in await ParkedTable(database).all())


async def measure(people: int, *, steady: bool) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="broadcast") as folder:
        async with aiohttp.ClientSession() as session:
            site = Site(Path(folder), people, session)
            async with site.sandbox():
                return await _measured(site, steady=steady)


async def _measured(site: Site, *, steady: bool) -> dict[str, object]:
    waits: list[float] = []
    async with site.bot() as process:
        await _until(site.knows_everybody, every=1.0)
        rest = [await site.asked("/帮助") for _ in range(5)]
        if not steady:
            lost = {"path": "/cgi-bin/message/send", "drop": "response", "rate": LOST, "seed": 7}
            await site.control("POST", "faults", json=lost)
        begun = time.perf_counter()
        await site.announce()
        await _watch(site, waits, until=site.people // 3)
        cry = await site.asked("三号车间着火了") if steady else 0.0
        if steady:
            await _watch(site, waits, until=site.people)
        else:
            process.kill()
            await process.wait()
    if not steady:
        async with site.bot():
            await _watch(site, waits, until=site.people)
            await asyncio.sleep(5)
            await site.look()
    told = site.seen.told
    return {
        "people": site.people,
        "told": len(told),
        "twice": sum(number > 1 for number in told.values()),
        "seconds": round(time.perf_counter() - begun, 1),
        "unknown_calls": await site.unknown(),
        "reply_at_rest_p50": round(percentile(rest, 50), 3),
        "reply_meanwhile_p50": round(percentile(waits or [0.0], 50), 3),
        "reply_meanwhile_worst": round(max(waits, default=0.0), 3),
        "cry": round(cry, 3),
    }


async def _watch(site: Site, waits: list[float], *, until: int) -> None:
    """Ask for help meanwhile; ends when nothing new comes for a while, too."""
    deadline, quiet, before = time.monotonic() + LONGEST, time.monotonic(), 0
    while (number := await site.look()) < until and time.monotonic() < deadline:
        if number != before:
            before, quiet = number, time.monotonic()
        if time.monotonic() - quiet > 40:
            return
        waits.append(await site.asked("/帮助"))
        await asyncio.sleep(ASK_EVERY)


@asynccontextmanager
async def _started(*module: str, log: Path) -> AsyncIterator[Any]:
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", *module, stdout=output, stderr=output)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _until(true: Any, *, every: float = 0.1) -> None:
    """Within two minutes. Raises TimeoutError."""
    async with asyncio.timeout(120):
        while not await true():  # noqa: ASYNC110 - what it waits for is another process
            await asyncio.sleep(every)


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.broadcast", description="A notice to everybody.")
    parser.add_argument("people", nargs="?", type=int, default=2000)
    parser.add_argument("--steady", action="store_true", help="nothing is lost, nobody is killed")
    options = parser.parse_args(argv)
    print(json.dumps(asyncio.run(measure(options.people, steady=options.steady))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
