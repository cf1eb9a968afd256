"""A sandbox and a bot as processes of their own, for tests that kill."""

import asyncio
import json
import os
import random
import signal
import socket
import sqlite3
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg

from tests.nursery import ForkServerProcess, born

PATIENT = ("--set", "callback_retry_spacing=0.5", "--set", "callback_retries=60")
UNBOUNDED = ("--set", "person_times_per_account=100000")  # else half an hour would be more than the app's whole day

BEFORE_LONG = 60.0  # seconds, on a machine that does much else


@dataclass(slots=True)
class Town:
    """The sandbox at `port`; its bot listens on `bot_port` and lives in `folder`, or in a PostgreSQL that all share,
    which the bots find at `by` where the test finds it at `postgres`."""

    folder: Path
    port: int
    bot_port: int
    sandbox: ForkServerProcess
    postgres: str | None = None
    by: str | None = None
    bots: dict[int, ForkServerProcess] = field(default_factory=dict)
    logs: list[Path] = field(default_factory=list)

    def start_bot(self, port: int | None = None) -> None:
        port = port or self.bot_port
        log = self.folder / f"bot-{len(self.logs)}.log"
        self.logs.append(log)
        own = {"QUNWU_SERVER__PORT": str(port), "DIES_AT": str(self._fate(port))}
        own |= {"QUNWU_SPOOL__FILE": str(self.folder / "spool.sqlite3")}
        own |= {"QUNWU_DATABASE__URL": url} if (url := self.by or self.postgres) else {}
        self.bots[port] = born(("run", "--config", str(self.folder / "bot.toml")), log, own)

    def kill_bot(self, port: int | None = None) -> None:
        """As `kill -9` does."""
        bot = self.bots[port or self.bot_port]
        bot.kill()
        bot.join()

    def doom_bot(self, place: str, port: int) -> None:
        """It dies when it next comes to that one of `tests.pipeline.deaths`."""
        self._fate(port).write_text(place)
        self.signal_bot(signal.SIGUSR1, port)

    def is_dead(self, port: int) -> bool:
        return not self.bots[port].is_alive()

    def _fate(self, port: int) -> Path:
        return self.folder / f"fate-{port}"

    def signal_bot(self, number: signal.Signals, port: int | None = None) -> None:
        pid = self.bots[port or self.bot_port].pid
        assert pid
        os.kill(pid, number)

    def stands_still(self, port: int | None = None) -> bool:
        """After SIGSTOP, once the system has seen to it."""
        stat = Path(f"/proc/{self.bots[port or self.bot_port].pid}/stat")
        return not stat.exists() or stat.read_text().rpartition(") ")[2].startswith("T")

    def await_bot(self, port: int | None = None) -> None:
        until(lambda: self.is_ready(port or self.bot_port))

    def is_ready(self, port: int) -> bool:
        return _answers(f"http://127.0.0.1:{port}/readyz")

    def register(self) -> None:
        """Save the app's callback, as somebody does once in the console; the bot must answer."""
        url = f"http://127.0.0.1:{self.bot_port}/wecom/app"
        assert self.ask("/sandbox/callback", {"kind": "app", "url": url}) == {"verified": True}

    def say(self, user: str, text: str, *, to: str = "app") -> None:
        self.ask("/sandbox/say", {"from": user, "to": to, "text": text})

    def answers(self, via: str = "app") -> list[tuple[str, str]]:
        """(to whom, text) of what the app or the bot said, in the order of its arrival."""
        entries = self.ask("/sandbox/log?after=0&wait=0")["entries"]
        return [(each["to"].get("user", ""), each["text"]) for each in entries if each["via"] == via]

    def unheard(self) -> list[str]:
        """Texts that were said to the bot while nobody was connected."""
        items = self.ask("/sandbox/feed?after=0&wait=0")["items"]
        return [each["text"] for each in items if each["kind"] == "said" and each["to"] == "bot" and not each["heard"]]

    def dropped(self) -> list[str]:
        """Why, each time that WeCom let something that it was sent go without a word; repetitions apart."""
        items = self.ask("/sandbox/feed?after=0&wait=0&kind=dropped")["items"]
        return [each["why"] for each in items if "same content" not in each["why"]]

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", data, timeout=10) as answer:
            return json.load(answer)

    def rows(self, sql: str) -> list[Any]:
        if self.postgres:
            return asyncio.run(_rows(self.postgres, sql))
        with closing(sqlite3.connect(self.folder / "bot.sqlite3")) as database:
            return database.execute(sql).fetchall()


@contextmanager
def town(
    folder: Path,
    *,
    bot_port: int | None = None,
    postgres: str | None = None,
    by: str | None = None,
    people: int = 0,
) -> Iterator[Town]:
    """`people`: as many more than the sample company has. `by`: how the bots get to `postgres`."""
    port, bot_port = free_port(), bot_port or free_port()
    config = ("--bot-port", str(bot_port), "--write-config", str(folder / "bot.toml"))
    sandbox = born(
        ("sandbox", "--port", str(port), *config, *PATIENT, *UNBOUNDED, "--people", str(people)), folder / "sandbox.log"
    )
    here = Town(folder, port, bot_port, sandbox, postgres, by)
    try:
        until(lambda: _answers(f"http://127.0.0.1:{port}/sandbox/state") and (folder / "bot.toml").exists())
        yield here
    finally:
        for process in (*here.bots.values(), sandbox):
            process.kill()
            process.join()


def free_port() -> int:
    """Below the ports that the system gives to outgoing connections: one of those could take it while a bot is dead."""
    for port in random.sample(range(20_000, 32_000), 50):
        with socket.socket() as found, suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def until(true: Any, within: float = BEFORE_LONG) -> None:
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it does not happen"
        time.sleep(0.05)


async def _rows(url: str, sql: str) -> list[Any]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()
