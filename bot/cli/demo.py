"""`qunwu demo`: a WeCom on localhost and the bot in it, until Ctrl-C. Two processes, as in real life."""

import argparse
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.cli._shared import Calls

READY_WITHIN = 30.0  # seconds
STOP_WITHIN = 12.0


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "demo", help="a WeCom on localhost and the bot in it", epilog="example: qunwu demo --port 8800"
    )
    parser.add_argument("--port", type=int, default=8801, help="of the chat page; the bot takes the next one")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="keep the database there; without it every start is the first"
    )
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    _hear_signals()
    if options.data:
        options.data.mkdir(parents=True, exist_ok=True)
        return _demo(options.port, options.data)
    with tempfile.TemporaryDirectory(prefix="qunwu-demo-") as folder:
        return _demo(options.port, Path(folder))


def _demo(port: int, data: Path) -> int:
    config, page = data / "bot.toml", f"http://127.0.0.1:{port}"
    with _process(["sandbox", "--port", str(port), "--write-config", str(config)], data / "sandbox.log") as sandbox:
        if not _answers(f"{page}/sandbox/state", sandbox):
            return _failed("the sandbox did not start", data / "sandbox.log")
        with _process(["run", "--config", str(config)], data / "bot.log") as bot:
            if not _answers(f"http://127.0.0.1:{port + 1}/readyz", bot):
                return _failed("the bot did not start", data / "bot.log")
            sys.stdout.write(f"\n  群务 is running. Chat page: {page}/\n  Ctrl-C stops it. Logs: {data}/*.log\n\n")
            sys.stdout.flush()
            return _wait(bot, sandbox)


def _hear_signals() -> None:
    """SIGTERM stops it as Ctrl-C does; both, though a shell that starts us with `&` has SIGINT ignored."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)


@contextmanager
def _process(arguments: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A child in a session of its own, so that Ctrl-C reaches us alone and we stop it in order."""
    with (
        log.open("wb") as output,
        subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *arguments], stdout=output, stderr=output, start_new_session=True
        ) as child,
    ):
        try:
            yield child
        finally:
            child.terminate()
            with suppress(subprocess.TimeoutExpired):
                child.wait(STOP_WITHIN)
            child.kill()


def _answers(url: str, child: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + READY_WITHIN
    while child.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - localhost
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    return False


def _wait(*children: subprocess.Popen[bytes]) -> int:
    """Until one of them ends by itself, which is a failure, or Ctrl-C."""
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
    except KeyboardInterrupt:
        return 0
    sys.stderr.write("one of the two stopped by itself; its log says why\n")
    return 1


def _failed(what: str, log: Path) -> int:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    sys.stderr.write(f"{what}: {lines[-1] if lines else 'it said nothing'}\n")
    return 1
