"""Who knocks while the bot still starts waits; he is not refused."""

import os
import socket

import pytest

from bot.errors import ConfigError
from bot.front_door import front_door, handed_over


def test_a_caller_is_let_in_before_anybody_serves() -> None:
    with front_door("127.0.0.1", 0) as door, socket.create_connection(door.getsockname(), timeout=2) as caller:
        caller.sendall(b"POST /wecom/app HTTP/1.1\r\n")
        accepted, _ = door.accept()
        with accepted:
            assert accepted.recv(4) == b"POST"


def test_a_taken_port_is_one_clear_line() -> None:
    with front_door("127.0.0.1", 0) as door:
        host, port = door.getsockname()
        with pytest.raises(ConfigError, match=rf"不能监听 {host}:{port}，端口已被别的程序占用：停掉它"):
            front_door(host, port)


def test_a_door_that_systemd_holds_is_taken_over_and_stays_open_behind_us() -> None:
    with front_door("127.0.0.1", 0) as held:
        variables = {"LISTEN_PID": "7", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "qunwu.socket", "PATH": "/bin"}
        handed = handed_over(variables, 7, os.dup(held.fileno()))
        assert handed
        assert variables == {"PATH": "/bin"}
        assert not handed.get_inheritable()
        handed.close()  # the program ends
        with socket.create_connection(held.getsockname(), timeout=2):
            held.accept()[0].close()  # the next one has the caller


def test_what_is_meant_for_another_process_is_not_ours() -> None:
    assert handed_over({"LISTEN_PID": "8", "LISTEN_FDS": "1"}, 7) is None
    assert handed_over({}, 7) is None


def test_two_doors_are_one_too_many() -> None:
    with pytest.raises(ConfigError, match="只留一行 ListenStream"):
        handed_over({"LISTEN_PID": "7", "LISTEN_FDS": "2"}, 7)
