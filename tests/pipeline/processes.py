"""A sandbox and a bot as processes of their own, for tests that kill."""

import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

QUNWU = (sys.executable, "-m", "bot")
PATIENT = ("--set", "callback_retry_spacing=0.5", "--set", "callback_retries=60")


@dataclass(slots=True)
class Town:
    """The sandbox at `port`; its bot listens on `bot_port` and lives in `folder`."""

    folder: Path
    port: int
    bot_port: int
    sandbox: subprocess.Popen[bytes]
    bot: subprocess.Popen[bytes] | None = None
    logs: list[Path] = field(default_factory=list)

    def start_bot(self) -> None:
        log = self.folder / f"bot-{len(self.logs)}.log"
        self.logs.append(log)
        with log.open("wb") as out:
            call = (*QUNWU, "run", "--config", str(self.folder / "bot.toml"))
            self.bot = subprocess.Popen(call, stdout=out, stderr=out)  # noqa: S603 - ourselves

    def kill_bot(self) -> None:
        """As `kill -9` does."""
        assert self.bot
        self.bot.kill()
        self.bot.wait()

    def await_bot(self, within: float) -> None:
        _until(lambda: _answers(f"http://127.0.0.1:{self.bot_port}/readyz"), within)

    def register(self) -> None:
        """Save the app's callback, as somebody does once in the console; the bot must answer."""
        url = f"http://127.0.0.1:{self.bot_port}/wecom/app"
        assert self.ask("/sandbox/callback", {"kind": "app", "url": url}) == {"verified": True}

    def say(self, user: str, text: str) -> None:
        self.ask("/sandbox/say", {"from": user, "to": "app", "text": text})

    def answers(self) -> list[tuple[str, str]]:
        """(to whom, text) of what the app said, in the order of its arrival."""
        entries = self.ask("/sandbox/log?after=0&wait=0")["entries"]
        return [(each["to"]["user"], each["text"]) for each in entries if each["via"] == "app"]

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", data, timeout=10) as answer:
            return json.load(answer)

    def rows(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(self.folder / "qunwu.sqlite3")) as database:
            return database.execute(sql).fetchall()


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    port, bot_port = _free_port(), _free_port()
    config = ("--bot-port", str(bot_port), "--write-config", str(folder / "bot.toml"))
    with (folder / "sandbox.log").open("wb") as out:
        sandbox = subprocess.Popen(  # noqa: S603 - ourselves
            (*QUNWU, "sandbox", "--port", str(port), *config, *PATIENT), stdout=out, stderr=out
        )
    here = Town(folder, port, bot_port, sandbox)
    try:
        _until(lambda: _answers(f"http://127.0.0.1:{port}/sandbox/state") and (folder / "bot.toml").exists(), 15)
        yield here
    finally:
        for process in (here.bot, sandbox):
            if process:
                process.kill()
                process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _until(true: Any, within: float) -> None:
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it does not start"
        time.sleep(0.05)
