"""The listening socket, opened before anything slow: who knocks while the bot still starts waits, and is not refused.

WeCom gives a callback five seconds and tries a few times in all; a start takes a second or two, a refusal no time.
"""

import errno
import socket

from bot.errors import ConfigError

WAITING = 1024  # connections that may wait to be accepted


def front_door(host: str, port: int) -> socket.socket:
    """Raises ConfigError where the address can't be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITING)
    except OSError as error:
        raise ConfigError([f"[server]：不能监听 {host}:{port}，{_why(error)}"]) from None


def _why(error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return "端口已被别的程序占用：停掉它，或改 port"
        case errno.EACCES:
            return "没有权限：port 改成 1024 以上"
        case errno.EADDRNOTAVAIL:
            return "本机没有这个地址：改 host"
    return str(error.strerror or error)
