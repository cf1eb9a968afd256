"""Whether the page behind a link is there: asked of the public internet alone, by the first lines of its answer.

A link is written by somebody who may mean us no good. So: no address inside our network, whether it is written as one,
named so or redirected to; the usual ports; a few redirects; nothing of the page is read, and nothing of ours is sent.
"""

import socket
from collections.abc import Collection
from typing import Final

from aiohttp import ClientConnectorDNSError, ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import DefaultResolver
from yarl import URL

from bot.shapes.ports import LinkState
from bot.wecom.safe_fetch import PublicResolver, is_public

REDIRECTS: Final = 4
PORTS: Final = frozenset({80, 443})
GONE: Final = (404, 410)
_HEADERS: Final = {"User-Agent": "Mozilla/5.0 (compatible; qunwu)", "Range": "bytes=0-0"}


class _Refused(Exception):
    """An address that isn't asked."""


class PublicLinks:
    """The port `Links`. `known`: a host that is there whenever names can be asked about at all. Close it after use."""

    def __init__(self, known: str, *, names: AbstractResolver | None = None, ports: Collection[int] = PORTS) -> None:
        self._known = known
        self._names = names
        self._ports = ports
        self._session: ClientSession | None = None

    async def look(self, address: str, *, within: float) -> LinkState:
        """Never raises: what nobody can tell is UNKNOWN, and so is what lies in a private network."""
        try:
            return await self._follow(URL(address), within)
        except ClientConnectorDNSError as error:
            is_no_name = isinstance(error.os_error, socket.gaierror) and error.os_error.errno == socket.EAI_NONAME
            return LinkState.DEAD if is_no_name and await self._hears_of_others() else LinkState.UNKNOWN
        except (_Refused, ClientError, OSError, TimeoutError, ValueError):
            return LinkState.UNKNOWN

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    async def _follow(self, url: URL, within: float) -> LinkState:
        timeout, session = ClientTimeout(total=within), self._opened()
        for _ in range(REDIRECTS + 1):
            self._ensure_asked(url)
            async with session.get(url, allow_redirects=False, timeout=timeout, headers=_HEADERS) as response:
                if response.status not in range(300, 400):
                    return _meaning(response.status)
                url = url.join(URL(response.headers.get("Location", "")))
        return LinkState.UNKNOWN

    def _ensure_asked(self, url: URL) -> None:
        """A name is looked at where it is resolved; what is no name, here."""
        host = url.host or ""
        if url.scheme not in ("http", "https") or url.port not in self._ports or url.user or not host:
            raise _Refused
        if (":" in host or host.replace(".", "").isdigit()) and not is_public(host):
            raise _Refused

    async def _hears_of_others(self) -> bool:
        """Else it is the network that is away, and no name can be told from one that isn't there."""
        try:
            return bool(await self._resolver().resolve(self._known, 443))
        except OSError:
            return False

    def _resolver(self) -> AbstractResolver:
        self._names = self._names or PublicResolver(DefaultResolver())
        return self._names

    def _opened(self) -> ClientSession:
        if self._session is None:
            connector = TCPConnector(resolver=self._resolver(), use_dns_cache=False, force_close=True)
            self._session = ClientSession(connector=connector, cookie_jar=DummyCookieJar())
        return self._session


def _meaning(status: int) -> LinkState:
    """Who asks for a password is there; who has trouble may have none in a minute."""
    if status in GONE:
        return LinkState.DEAD
    return LinkState.OPENS if status < 500 else LinkState.UNKNOWN
