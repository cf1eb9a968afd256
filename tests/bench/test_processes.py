"""Processes that are measured: waited for, and ended in any case."""

import contextlib
import os
from pathlib import Path

import pytest

from bench.processes import (
    NotReadyError,
    Server,
    await_idle,
    busy_share,
    cpu_seconds,
    free_port,
    resident_mb,
    serving,
)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def interrupted(log: Path) -> Server:
    port = free_port()
    with (
        contextlib.suppress(KeyboardInterrupt),
        serving(["bench.bare", str(port)], port=port, path="/", core=0, log=log) as server,
    ):
        assert is_alive(server.pid)
        raise KeyboardInterrupt
    return server


def test_a_server_is_ready_inside_and_gone_outside(tmp_path: Path) -> None:
    server = interrupted(tmp_path / "log")
    assert 0 < server.seconds < 20
    assert not is_alive(server.pid)


def test_one_that_ends_says_why(tmp_path: Path) -> None:
    with (
        pytest.raises(NotReadyError, match="No module named"),
        serving(["bench.nothing"], port=free_port(), path="/", core=0, log=tmp_path / "log"),
    ):
        pass


def test_time_and_memory_of_what_is_gone_are_nothing() -> None:
    assert cpu_seconds(2**30) == resident_mb(2**30) == 0.0


def test_a_quiet_moment_is_waited_for_and_not_for_ever() -> None:
    assert 0.0 <= busy_share(0.02) <= 1.0
    assert not await_idle(0.0)
