"""`qunwu demo` as a script uses it: in the background, stopped by a signal, leaving nothing behind."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main

STOP_WITHIN = 15.0  # seconds


def free_pair() -> int:
    """A port that is free, and so is the next."""
    for port in range(18801, 18999, 2):
        with socket.socket() as one, socket.socket() as two:
            try:
                one.bind(("127.0.0.1", port))
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
    raise AssertionError("no two ports are free")


def test_in_the_background_it_stops_when_told(tmp_path: Path) -> None:
    port = free_pair()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a shell does for `make demo &`
    try:
        demo = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", "demo", "--port", str(port), "--data", str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with demo:
        assert demo.stdout
        assert any(f"http://127.0.0.1:{port}/" in line for line in demo.stdout)
        demo.terminate()
        assert demo.wait(STOP_WITHIN) == 0
    for each in (port, port + 1):
        with socket.socket() as caller:
            assert caller.connect_ex(("127.0.0.1", each)) != 0


def test_a_port_that_is_taken_is_said_before_anything_starts(capsys: pytest.CaptureFixture[str]) -> None:
    port = free_pair()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port + 1))
        other.listen()
        assert main(["demo", "--port", str(port)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"port {port + 1} is taken; choose another")


def test_what_went_wrong_is_shown(tmp_path: Path) -> None:
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", "demo", "--port", str(free_pair()), "--data", str(tmp_path)],
        env=os.environ | {"QUNWU_COLOUR": "red"},
        capture_output=True,
        text=True,
        timeout=STOP_WITHIN * 2,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "the bot did not start:\nQUNWU_COLOUR：没有这个设置\n"
