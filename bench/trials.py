"""One trial of the bare server and one of the bot side by side, under the same load: start, rate, CPU, memory."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from bench.bot_under_test import run_command, sqlite, write_config
from bench.callbacks import Crowd
from bench.load import CONNECTIONS, WARM_UP, Result
from bench.processes import LOAD_CORE, SERVER_CORE, Server, await_idle, free_port, pinned, resident_mb, serving
from bench.stored import stored_and_handled

MOST_A_SECOND = 9000  # more than the bot takes in on any machine seen so far; each must be another message
PATIENCE = 5.0  # seconds
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


@dataclass(frozen=True, slots=True)
class Conditions:
    """Of the load and of those who bear it. `told`: environment variables of the servers and of nothing else."""

    processes: int = 1
    connections: int = CONNECTIONS
    told: Mapping[str, str] = field(default_factory=dict)


AS_USUAL = Conditions()


@dataclass(frozen=True, slots=True)
class Site:
    """The bot's processes, and the port of what stands for WeCom."""

    bots: Sequence[Server]
    api: int


def pairs(
    count: int,
    seconds: float,
    database: Opened = beside,
    *,
    conditions: Conditions = AS_USUAL,
    patience: float = PATIENCE,
) -> Iterator[Pair]:
    """Bare, bot, bare, bot …: what disturbs the machine disturbs both. Each pair waits `patience` seconds for quiet.

    `database` opens a new one and yields its URL. All processes of the bot share it, and the load; and one core.
    """
    for _ in range(count):
        await_idle(patience)
        with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name:
            folder = Path(name)
            file = requests_file(folder, Crowd(), seconds)
            bare = bare_trial(folder, file, seconds, conditions)
            with database(folder) as url:
                yield Pair(bare, _bot(folder, file, seconds, url, conditions))


def requests_file(folder: Path, crowd: Crowd, seconds: float) -> Path:
    """As many as could be taken in, warm-up included."""
    return written(folder, list(crowd.requests(int((seconds + min(seconds, WARM_UP)) * MOST_A_SECOND))))


def written(folder: Path, requests: Sequence[bytes]) -> Path:
    file = folder / "requests"
    file.write_bytes(msgspec.msgpack.encode(requests))
    return file


def bare_trial(folder: Path, file: Path, seconds: float, conditions: Conditions = AS_USUAL) -> Trial:
    port, log = free_port(), folder / "bare.log"
    with serving(["bench.bare", str(port)], port=port, path="/", core=SERVER_CORE, log=log) as server:
        return loaded([server], file, seconds, again=True, connections=conditions.connections)


def _bot(folder: Path, file: Path, seconds: float, url: str, conditions: Conditions) -> Trial:
    with site(folder, url, conditions) as under_test:
        trial = loaded(under_test.bots, file, seconds, again=False, connections=conditions.connections)
        stored, handled = stored_and_handled(url)
        time.sleep(CATCH_UP)
        catch_up = (stored_and_handled(url)[1] - handled) / CATCH_UP
        _check_answer(under_test.api)
    return checked(replace(trial, stored=stored, handled=handled, catch_up=catch_up))


@contextmanager
def site(
    folder: Path, url: str, conditions: Conditions = AS_USUAL, *, program: str = "bot", people: int = 0
) -> Iterator[Site]:
    """The bot on that database, and a WeCom with so many people. `program`: the module that is run as `qunwu` is."""
    api = free_port()
    stub = ["bench.stub", str(api), str(people)]
    with (
        ExitStack() as stack,
        serving(stub, port=api, path="/bench/sent", core=LOAD_CORE, log=folder / "stub.log"),
    ):
        opened = [serving_bot(folder, url, api, number, program, conditions) for number in range(conditions.processes)]
        yield Site([stack.enter_context(each) for each in opened], api)


@contextmanager
def serving_bot(
    folder: Path, url: str, api: int, number: int = 0, program: str = "bot", conditions: Conditions = AS_USUAL
) -> Iterator[Server]:
    """A process of the bot, killed in the end."""
    port, log = free_port(), folder / f"bot-{number}.log"
    config = write_config(folder / f"bot-{number}.toml", database=url, port=port, api_port=api)
    command = run_command(config, program)
    with serving(command, port=port, path="/readyz", core=SERVER_CORE, log=log, told=conditions.told) as server:
        yield server


def loaded(
    servers: Sequence[Server], file: Path, seconds: float, *, again: bool, connections: int = CONNECTIONS
) -> Trial:
    first, before = servers[0], resident_mb(servers[0].pid)
    ports, pids = ",".join(str(each.port) for each in servers), ",".join(str(each.pid) for each in servers)
    load = _load([str(file), ports, pids, str(seconds), "again" if again else "once", str(connections)])
    return Trial(first.seconds, before, resident_mb(first.pid), load)


def _load(arguments: Sequence[str]) -> Result:
    return msgspec.json.decode(beside_it("bench.load", arguments, within=LOAD_GRACE), type=Result)


def beside_it(module: str, arguments: Sequence[str], *, within: float) -> bytes:
    """What a module prints that was run on the other core."""
    with pinned(LOAD_CORE):
        argv = [sys.executable, "-m", module, *arguments]
        return subprocess.run(argv, stdout=subprocess.PIPE, check=True, timeout=within).stdout


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
