"""Whether a page is there: only public addresses are asked, and nobody is told of a dead page while the net is away."""

import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot.shapes.ports import LinkState
from bot.wecom.links import PublicLinks

KNOWN = "api.example.com"


@dataclass
class Names(AbstractResolver):
    """Names that lead to this machine; others are known to nobody."""

    known: set[str] = field(default_factory=set)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET, proto=0, flags=0),
        ]

    async def close(self) -> None:
        pass


@dataclass
class Site:
    """A site that everybody can reach, as far as the test is concerned."""

    base: str
    port: int
    names: Names
    links: PublicLinks
    asked: list[str] = field(default_factory=list)

    async def look(self, path: str) -> LinkState:
        return await self.links.look(path if path.startswith("http") else f"{self.base}{path}", within=2)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    asked: list[str] = []

    async def serve(request: web.Request) -> web.Response:
        asked.append(request.path)
        name = request.match_info["name"]
        if name in ("inside", "away", "round"):
            where = {"inside": f"http://127.0.0.1:{request.url.port}/page", "away": "page", "round": "round"}[name]
            return web.Response(status=302, headers={"Location": where})
        return web.Response(status={"page": 200, "login": 401, "gone": 410, "broken": 503}.get(name, 404), body=b"x")

    app = web.Application()
    app.router.add_get("/{name}", serve)
    async with TestServer(app) as server:
        port = server.port or 0
        names = Names({"site.example.com", KNOWN})
        links = PublicLinks(KNOWN, names=names, ports={port})
        yield Site(f"http://site.example.com:{port}/", port, names, links, asked)
        await links.close()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("page", LinkState.OPENS),
        ("login", LinkState.OPENS),
        ("nothing", LinkState.DEAD),
        ("gone", LinkState.DEAD),
        ("broken", LinkState.UNKNOWN),
        ("away", LinkState.OPENS),
        ("round", LinkState.UNKNOWN),
    ],
)
async def test_what_a_page_answers(site: Site, path: str, state: LinkState) -> None:
    assert await site.look(path) is state


async def test_it_is_followed_nowhere_inside(site: Site) -> None:
    assert await site.look("inside") is LinkState.UNKNOWN
    assert site.asked == ["/inside"]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/page",
        "http://[::1]:{port}/page",
        "http://[::ffff:127.0.0.1]:{port}/page",
        "http://10.0.0.1:{port}/page",
        "http://169.254.169.254:{port}/latest/meta-data",
        "http://2130706433:{port}/page",
        "http://127.1:{port}/page",
        "http://someone@site.example.com:{port}/page",
        "http://site.example.com:1/page",
        "ftp://site.example.com:{port}/page",
        "http:///page",
        "https://",
        "http://[",
    ],
)
async def test_what_is_never_asked(site: Site, address: str) -> None:
    assert await site.links.look(address.format(port=site.port), within=2) is LinkState.UNKNOWN
    assert site.asked == []


async def test_a_name_that_nobody_knows(site: Site) -> None:
    where = f"http://siet.example.com:{site.port}/page"
    assert await site.look(where) is LinkState.DEAD
    site.names.known.clear()
    assert await site.look(where) is LinkState.UNKNOWN


async def test_a_name_that_leads_into_our_own_network() -> None:
    links = PublicLinks(KNOWN)
    assert await links.look("http://localhost/", within=2) is LinkState.UNKNOWN
    await links.close()
