"""Starts what is measured as processes of their own, and ends them whatever happens."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

READY_WITHIN = 20.0  # seconds
POLL = 0.003  # seconds

SERVER_CORE, LOAD_CORE = 0, 1
IDLE, LOOK = 0.12, 0.5  # share of all cores, over seconds


class NotReadyError(Exception):
    """It ended, or did not answer in time; the message holds the end of what it wrote."""


@dataclass(frozen=True, slots=True)
class Server:
    """A process that answers. `seconds`: from its start to its first 200."""

    pid: int
    port: int
    seconds: float


@contextlib.contextmanager
def serving(
    module: Sequence[str], *, port: int, path: str, core: int, log: Path, told: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """`python -m *module`, once `path` answers 200. Killed on the way out: nobody needs it any more.

    `told`: environment variables beside those that are there.
    """
    begun = time.perf_counter()
    argv = [sys.executable, "-m", *module]
    with log.open("wb") as output, started(argv, core=core, output=output, told=told) as process:
        _wait_until_ready(process, f"http://127.0.0.1:{port}{path}", log)
        yield Server(process.pid, port, time.perf_counter() - begun)


@contextlib.contextmanager
def started(
    argv: Sequence[str], *, core: int, output: object, told: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A process on one core, in a session of its own. `output` is a file for what it writes."""
    with pinned(core):
        process = subprocess.Popen(  # type: ignore[call-overload]
            argv, stdout=output, stderr=subprocess.STDOUT, start_new_session=True, env=os.environ | (told or {})
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def pinned(core: int) -> Iterator[None]:
    """What is started inside runs on that core, where the system can pin and has as many."""
    before = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else set()
    if len(before) < 2:
        yield
        return
    os.sched_setaffinity(0, {sorted(before)[core]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its threads so far; 0.0 where /proc is missing."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Memory that a process holds; 0.0 where /proc is missing."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def await_idle(within: float) -> bool:
    """Until the machine has had little else to do for a moment; False where it had, for so many seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if busy_share(LOOK) < IDLE:
            return True
    return False


def busy_share(seconds: float) -> float:
    """How much of all cores is at work in that time, what the host takes away included; 0.0 where /proc is missing."""
    busy, total = _ticks()
    time.sleep(seconds)
    busy_then, total_then = _ticks()
    return (busy_then - busy) / max(1, total_then - total)


def _ticks() -> tuple[int, int]:
    """Of all cores since the machine began: at work, and in all."""
    try:
        fields = [int(field) for field in Path("/proc/stat").read_text().split("\n")[0].split()[1:9]]
    except OSError:
        return 0, 0
    return sum(fields) - fields[3] - fields[4], sum(fields)


def _wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(POLL)
    raise NotReadyError(f"{url}: {log.read_text(errors='replace')[-2000:]}")
