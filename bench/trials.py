"""One trial of the bare server and one of the bot side by side, under the same load: start, rate, CPU, memory."""

import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from bench.bot_under_test import database, run_command, write_config
from bench.callbacks import Crowd
from bench.load import WARM_UP, Result
from bench.processes import LOAD_CORE, SERVER_CORE, Server, free_port, pinned, resident_mb, serving

MOST_A_SECOND = 9000  # more than the bot takes in on any machine seen so far; each must be another message
LOAD_GRACE = 20.0  # seconds
CATCH_UP = 0.5  # seconds of looking on after the load
DRAIN_WITHIN = 5.0  # seconds until the first answer must have reached the stub


class UntrustworthyError(Exception):
    """The trial shows something else than it claims to."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`start` in seconds, memory in MB, `handled`: how many messages were worked off when the load ended.

    `catch_up`: how many a second are worked off afterwards.
    """

    start: float
    memory_at_start: float
    memory_after: float
    load: Result
    handled: int = 0
    stored: int = 0
    catch_up: float = 0.0

    @property
    def rate(self) -> float:
        return self.load.ok / self.load.seconds

    @property
    def cpu_us(self) -> float:
        return self.load.cpu * 1e6 / max(1, self.load.ok)


@dataclass(frozen=True, slots=True)
class Pair:
    bare: Trial
    bot: Trial


def pairs(count: int, seconds: float) -> Iterator[Pair]:
    """Bare, bot, bare, bot …: what disturbs the machine disturbs both."""
    for _ in range(count):
        with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name:
            folder = Path(name)
            file = folder / "requests"
            crowd = Crowd().requests(int((seconds + min(seconds, WARM_UP)) * MOST_A_SECOND))
            file.write_bytes(msgspec.msgpack.encode(list(crowd)))
            yield Pair(_bare(folder, file, seconds), _bot(folder, file, seconds))


def _bare(folder: Path, file: Path, seconds: float) -> Trial:
    port = free_port()
    with serving(["bench.bare", str(port)], port=port, path="/", core=SERVER_CORE, log=folder / "bare.log") as server:
        return _loaded(server, file, seconds, again=True)


def _bot(folder: Path, file: Path, seconds: float) -> Trial:
    port, api = free_port(), free_port()
    config = write_config(folder, port=port, api_port=api)
    stub = ["bench.stub", str(api)]
    with (
        serving(stub, port=api, path="/bench/sent", core=LOAD_CORE, log=folder / "stub.log"),
        serving(run_command(config), port=port, path="/readyz", core=SERVER_CORE, log=folder / "bot.log") as server,
    ):
        trial = _loaded(server, file, seconds, again=False)
        stored, handled = _rows(folder)
        time.sleep(CATCH_UP)
        catch_up = (_rows(folder)[1] - handled) / CATCH_UP
        _check_answer(api)
    return checked(replace(trial, stored=stored, handled=handled, catch_up=catch_up))


def _loaded(server: Server, file: Path, seconds: float, *, again: bool) -> Trial:
    before = resident_mb(server.pid)
    load = _load([str(file), str(server.port), str(server.pid), str(seconds), "again" if again else "once"])
    return Trial(server.seconds, before, resident_mb(server.pid), load)


def _load(arguments: Sequence[str]) -> Result:
    with pinned(LOAD_CORE):
        done = subprocess.run(
            [sys.executable, "-m", "bench.load", *arguments], stdout=subprocess.PIPE, check=True, timeout=LOAD_GRACE
        )
    return msgspec.json.decode(done.stdout, type=Result)


def _rows(folder: Path) -> tuple[int, int]:
    """Messages stored, and of these handled."""
    with closing(sqlite3.connect(f"file:{database(folder)}?mode=ro", uri=True)) as connection:
        found = connection.execute("SELECT count(*), count(*) FILTER (WHERE state = 'done') FROM inbox").fetchone()
    return int(found[0]), int(found[1])


def _check_answer(api: int) -> None:
    deadline = time.monotonic() + DRAIN_WITHIN
    while time.monotonic() < deadline:
        with urllib.request.urlopen(f"http://127.0.0.1:{api}/bench/sent", timeout=5) as answer:
            if json.load(answer)["text"]:
                return
        time.sleep(0.05)
    raise UntrustworthyError("the bot acknowledged, but nobody got an answer")


def checked(trial: Trial) -> Trial:
    if trial.stored < trial.load.accepted:
        raise UntrustworthyError(f"{trial.load.accepted} acknowledged, but {trial.stored} stored")
    if trial.load.spent or not trial.load.ok:
        raise UntrustworthyError("the load did not last for the measured time")
    if trial.load.other:
        raise UntrustworthyError(f"{trial.load.other} callbacks were not answered with 200")
    return trial
