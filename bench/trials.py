"""One trial of the bare server and one of the bot side by side, under the same load: start, rate, CPU, memory."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from bench.bot_under_test import run_command, sqlite, write_config
from bench.callbacks import Crowd
from bench.load import WARM_UP, Result
from bench.processes import LOAD_CORE, SERVER_CORE, Server, await_idle, free_port, pinned, resident_mb, serving
from bench.stored import stored_and_handled

MOST_A_SECOND = 9000  # more than the bot takes in on any machine seen so far; each must be another message
PATIENCE = 10.0  # seconds
LOAD_GRACE = 20.0  # seconds
CATCH_UP = 0.5  # seconds of looking on after the load
DRAIN_WITHIN = 5.0  # seconds until the first answer must have reached the stub


Opened = Callable[[Path], AbstractContextManager[str]]


class UntrustworthyError(Exception):
    """The trial shows something else than it claims to."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`start` in seconds, memory in MB, both of the first process; `handled`: how many messages were worked off when
    the load ended. `catch_up`: how many a second are worked off afterwards.
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


@contextmanager
def beside(folder: Path) -> Iterator[str]:
    """The URL of a new SQLite database."""
    yield sqlite(folder)


def pairs(
    count: int, seconds: float, database: Opened = beside, *, processes: int = 1, patience: float = PATIENCE
) -> Iterator[Pair]:
    """Bare, bot, bare, bot …: what disturbs the machine disturbs both. Each pair waits `patience` seconds for quiet.

    `database` opens a new one and yields its URL. `processes` of the bot share it, and the load; and one core.
    """
    for _ in range(count):
        await_idle(patience)
        with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name:
            folder = Path(name)
            file = folder / "requests"
            crowd = Crowd().requests(int((seconds + min(seconds, WARM_UP)) * MOST_A_SECOND))
            file.write_bytes(msgspec.msgpack.encode(list(crowd)))
            bare = _bare(folder, file, seconds)
            with database(folder) as url:
                yield Pair(bare, _bot(folder, file, seconds, url, processes))


def _bare(folder: Path, file: Path, seconds: float) -> Trial:
    port = free_port()
    with serving(["bench.bare", str(port)], port=port, path="/", core=SERVER_CORE, log=folder / "bare.log") as server:
        return _loaded([server], file, seconds, again=True)


def _bot(folder: Path, file: Path, seconds: float, url: str, processes: int) -> Trial:
    api = free_port()
    stub = ["bench.stub", str(api)]
    with (
        ExitStack() as stack,
        serving(stub, port=api, path="/bench/sent", core=LOAD_CORE, log=folder / "stub.log"),
    ):
        bots = [stack.enter_context(_serving_bot(folder, url, api, number)) for number in range(processes)]
        trial = _loaded(bots, file, seconds, again=False)
        stored, handled = stored_and_handled(url)
        time.sleep(CATCH_UP)
        catch_up = (stored_and_handled(url)[1] - handled) / CATCH_UP
        _check_answer(api)
    return checked(replace(trial, stored=stored, handled=handled, catch_up=catch_up))


@contextmanager
def _serving_bot(folder: Path, url: str, api: int, number: int) -> Iterator[Server]:
    port, log = free_port(), folder / f"bot-{number}.log"
    config = write_config(folder / f"bot-{number}.toml", database=url, port=port, api_port=api)
    with serving(run_command(config), port=port, path="/readyz", core=SERVER_CORE, log=log) as server:
        yield server


def _loaded(servers: Sequence[Server], file: Path, seconds: float, *, again: bool) -> Trial:
    first, before = servers[0], resident_mb(servers[0].pid)
    ports, pids = ",".join(str(each.port) for each in servers), ",".join(str(each.pid) for each in servers)
    load = _load([str(file), ports, pids, str(seconds), "again" if again else "once"])
    return Trial(first.seconds, before, resident_mb(first.pid), load)


def _load(arguments: Sequence[str]) -> Result:
    with pinned(LOAD_CORE):
        done = subprocess.run(
            [sys.executable, "-m", "bench.load", *arguments], stdout=subprocess.PIPE, check=True, timeout=LOAD_GRACE
        )
    return msgspec.json.decode(done.stdout, type=Result)


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
