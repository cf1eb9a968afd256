"""The HTTP session that everything to WeCom rides on."""

from typing import Final

from aiohttp import ClientSession, DummyCookieJar, TCPConnector

IDLE: Final = 10.0  # seconds; a connection that the other side closes just as we send makes an outcome unknown
CONNECTIONS: Final = 30


def open_session() -> ClientSession:
    """No cookies, no proxy from the environment. Call it inside the loop; the caller closes it."""
    return ClientSession(
        connector=TCPConnector(limit_per_host=CONNECTIONS, keepalive_timeout=IDLE), cookie_jar=DummyCookieJar()
    )
