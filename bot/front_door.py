"""The listening socket, opened before anything slow: who knocks while the bot still starts waits, and is not refused.

WeCom gives a callback five seconds and tries a few times in all; a start takes a second or two, a refusal no time.
"""

import os
import socket

from bot.errors import ConfigError

WAITING = 1024  # connections that may wait to be accepted


def front_door(host: str, port: int) -> socket.socket:
    """Raises ConfigError where the address can't be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITING)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise ConfigError([f"server: can't listen on {host}:{port}: {why}"]) from None
