"""Addresses that somebody writes, or that a name of his leads to: nothing of ours that isn't public is ever asked."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.shapes.ports import LinkState
from bot.wecom.links import PublicLinks
from bot.wecom.safe_fetch import FetchError, PublicResolver, SafeFetch, is_public
from bot.wecom.session import open_session
from tests.wecom.test_safe_fetch import Names

_INSIDE = """
    127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 198.18.0.1
    192.0.2.1 224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: fc00::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001:db8::1
    100::1 ::ffff:127.0.0.1 ::ffff:a00:1 ::127.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a00:1
    64:ff9b:1::a00:1 2002:7f00:1:: 2002:a00:1::1 2001::1
"""  # the last ten are of IPv4 in the clothes of IPv6
INSIDE = _INSIDE.split()
OUTSIDE = ("93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808")
_SPELT = """
    127.0.0.1 127.1 0 2130706433 0x7f000001 0177.0.0.1 127.0.0.1. [::1] [::ffff:127.0.0.1] [::ffff:7f00:1]
    [::127.0.0.1] [64:ff9b::7f00:1] localhost LOCALHOST localhost. ①②⑦.0.0.1 0.0.0.0 user@127.0.0.1
    127.0.0.1#@example.com example.com@127.0.0.1
"""  # this machine, as some library or other reads it
SPELT = _SPELT.split()
SCHEMES = ("file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "//127.0.0.1/", "javascript:1", "data:,1")


@dataclass
class Inner:
    """A server on this machine that counts who asks it anything."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    def addresses(self) -> Iterator[str]:
        for host in SPELT:
            yield (
                f"http://{host}:{self.port}/" if "#" not in host else f"http://{host.replace('#', f':{self.port}/#')}/"
            )
        yield from SCHEMES


@pytest.fixture
async def inner() -> AsyncIterator[Inner]:
    inner = Inner()

    async def serve(request: web.Request) -> web.Response:
        inner.asked.append(str(request.url))
        return web.Response()

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", serve)
    async with TestServer(app) as server:
        inner.port = server.port or 0
        yield inner


def test_what_lies_inside_is_told_from_what_does_not() -> None:
    assert len(INSIDE) >= 30
    assert [each for each in INSIDE if is_public(each)] == []
    assert [each for each in OUTSIDE if not is_public(each)] == []


async def test_a_name_that_leads_inside_leads_nowhere() -> None:
    """Also where it leads outside as well, or did so when it was looked at before."""
    for each in INSIDE:
        for found in ((each,), ("93.184.216.34", each)):
            with pytest.raises(OSError, match="private network"):
                await PublicResolver(Names(found)).resolve("rebound.example.com")


async def test_a_link_is_not_followed_inside_however_it_is_spelt(inner: Inner) -> None:
    links = PublicLinks("example.com", ports={inner.port})
    for address in inner.addresses():
        assert await links.look(address, within=2) is LinkState.UNKNOWN, address
    await links.close()
    assert inner.asked == []


async def test_a_picture_is_not_fetched_from_inside_however_it_is_spelt(inner: Inner) -> None:
    async with open_session() as session:
        fetch = SafeFetch(session, own="https://qyapi.example.com", hosts=[".qpic.cn"])
        for address in (each.replace("http:", scheme) for each in inner.addresses() for scheme in ("http:", "https:")):
            with pytest.raises(FetchError):
                await fetch.get(address, within=2)
    assert inner.asked == []
