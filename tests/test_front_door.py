"""Who knocks while the bot still starts waits; he is not refused."""

import socket

import pytest

from bot.errors import ConfigError
from bot.front_door import front_door


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
