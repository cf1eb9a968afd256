"""`qunwu demo`: a WeCom on localhost and the bot in it, until Ctrl-C. Two processes, as in real life."""

import argparse
import signal
import socket
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
LAST_WORDS = 8  # lines of a log


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
    taken = [port for port in (options.port, options.port + 1) if not _is_free(port)]
    if taken:
        sys.stderr.write(f"port {taken[0]} is taken; choose another: PORT=8900 make demo, or qunwu demo --port 8900\n")
        return 1
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
            ended = _wait(bot, sandbox)
            if ended is None:
                return 0
            name = "bot" if ended is bot else "sandbox"
            return _failed(f"the {name} stopped by itself", data / f"{name}.log")


def _is_free(port: int) -> bool:
    """Asked first: whoever listens there would answer in the sandbox's stead, and we would call that a start."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


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


def _wait(*children: subprocess.Popen[bytes]) -> subprocess.Popen[bytes] | None:
    """The one that ends by itself, which is a failure; None on Ctrl-C."""
    try:
        while True:
            for child in children:
                if child.poll() is not None:
                    return child
            time.sleep(0.3)
    except KeyboardInterrupt:
        return None


def _failed(what: str, log: Path) -> int:
    """The log's end is shown, since without --data the log goes with us."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_WORDS:]
    sys.stderr.write("\n".join([f"{what}:", *(lines or ["it said nothing"])]) + "\n")
    return 1
