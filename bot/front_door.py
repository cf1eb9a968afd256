"""The listening socket, opened before anything slow: who knocks while the bot still starts waits, and is not refused.

WeCom gives a callback five seconds and tries a few times in all; a start takes a second or two, a refusal no time.
Where systemd holds the socket (docs/deploy/qunwu.socket), it outlives the program: who knocks between a stop and the
next start waits as well.
"""

import errno
import os
import socket
from collections.abc import MutableMapping

from bot.errors import ConfigError

WAITING = 1024  # connections that may wait to be accepted
FIRST_HANDED = 3  # the descriptor of the first socket that systemd hands over: man sd_listen_fds


def front_door(host: str, port: int) -> socket.socket:
    """The one that was handed over, whatever its address; else a new one.

    Raises ConfigError where the address can't be listened on.
    """
    if handed := handed_over(os.environ, os.getpid()):
        return handed
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITING)
    except OSError as error:
        raise ConfigError([f"[server]：不能监听 {host}:{port}，{_why(error)}"]) from None


def handed_over(variables: MutableMapping[str, str], pid: int, first: int = FIRST_HANDED) -> socket.socket | None:
    """What systemd holds for the process `pid`; the variables are taken out, so that no child believes them."""
    meant_for, number = variables.pop("LISTEN_PID", ""), variables.pop("LISTEN_FDS", "")
    variables.pop("LISTEN_FDNAMES", None)
    if meant_for != str(pid) or number in ("", "0"):
        return None
    if number != "1":
        raise ConfigError([f"systemd 交来了 {number} 个套接字，只要一个：.socket 里只留一行 ListenStream"])
    os.set_inheritable(first, False)
    return socket.socket(fileno=first)


def _why(error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return "端口已被别的程序占用：停掉它，或改 port"
        case errno.EACCES:
            return "没有权限：port 改成 1024 以上"
        case errno.EADDRNOTAVAIL:
            return "本机没有这个地址：改 host"
    return str(error.strerror or error)
