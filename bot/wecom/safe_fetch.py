"""Fetches from addresses that a message names: only where pictures of WeCom's live, and never inside our own network.

Such an address comes in a signed message, but a message is written by somebody. So: https, a host of the allow-list, no
redirects, no address that is not public, a bounded size. The configured `api_base` is the one exception: a private
deployment or a sandbox serves pictures itself.
"""

import ipaddress
import socket
from collections.abc import AsyncIterator, Sequence
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver
from yarl import URL

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_UNICAST: Final = ipaddress.IPv6Network("2000::/3")  # all that is given to anybody of IPv6
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")  # where a network without IPv4 keeps all of it
MOST_BYTES: Final = 10 * 1024 * 1024 + 64  # a picture's limit, and the padding of its encryption


class FetchError(Exception):
    """Not fetched; the message says why and holds no address, which is a key to the picture."""


class PublicResolver(AbstractResolver):
    """Names that lead into a private network, in whole or in part, lead nowhere."""

    def __init__(self, names: AbstractResolver) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        if not all(is_public(each["host"]) for each in found):
            raise OSError("a name that leads into a private network")
        return found

    async def close(self) -> None:
        await self._names.close()


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the internet at large, also where it stands for another inside it."""
    try:
        ip = _meant(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (ip not in _UNICAST or ip.sixtofour):
        return False
    return ip.is_global and not ip.is_multicast


def _meant(ip: _Address) -> _Address:
    """Behind an address that stands for one of IPv4, that one."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return ip
    return ip.ipv4_mapped or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip)


class SafeFetch:
    """`hosts`: `img.example.com`, or `.example.com` for all below. Close it after use."""

    def __init__(self, session: ClientSession, *, own: str, hosts: Sequence[str], most_bytes: int = MOST_BYTES) -> None:
        self._session = session
        self._own = URL(own).origin()
        self._hosts = tuple(host.lower() for host in hosts)
        self._most_bytes = most_bytes
        self._outside: ClientSession | None = None

    async def get(self, address: str, *, within: float) -> bytes:
        """The bytes behind it. Raises FetchError; `within` seconds."""
        try:
            url = URL(address, encoded=True)
            session = self._session_for(url)
            timeout = ClientTimeout(total=within)
            async with session.get(url, allow_redirects=False, timeout=timeout) as response:
                if response.status != 200:
                    raise FetchError(f"HTTP {response.status}")
                return await self._bounded(response.content.iter_chunked(64 * 1024))
        except (ClientError, OSError, TimeoutError, ValueError) as error:
            raise FetchError(type(error).__name__) from None

    async def close(self) -> None:
        if self._outside:
            await self._outside.close()

    def _session_for(self, url: URL) -> ClientSession:
        if url.is_absolute() and url.origin() == self._own:
            return self._session
        host = (url.host or "").lower()
        if url.scheme != "https" or url.port != 443 or url.user or not self._is_listed(host):
            raise FetchError("an address that is not on the list")
        if self._outside is None:
            connector = TCPConnector(resolver=PublicResolver(DefaultResolver()), use_dns_cache=False)
            self._outside = ClientSession(connector=connector, cookie_jar=DummyCookieJar())
        return self._outside

    def _is_listed(self, host: str) -> bool:
        return any(host.endswith(each) if each.startswith(".") else host == each for each in self._hosts)

    async def _bounded(self, chunks: AsyncIterator[bytes]) -> bytes:
        data = bytearray()
        async for chunk in chunks:
            data += chunk
            if len(data) > self._most_bytes:
                raise FetchError("too big")
        return bytes(data)
