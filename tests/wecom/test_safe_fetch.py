"""Where pictures may be fetched from, and where not."""

import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import ClientSession, web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot.wecom.safe_fetch import FetchError, PublicResolver, SafeFetch, is_public
from bot.wecom.session import open_session


@dataclass
class Names(AbstractResolver):
    """A resolver that knows what the test tells it."""

    addresses: tuple[str, ...] = ()
    closed: bool = False

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=each, port=port, family=family, proto=0, flags=0)
            for each in self.addresses
        ]

    async def close(self) -> None:
        self.closed = True


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with open_session() as session:
        yield session


@pytest.fixture
async def own() -> AsyncIterator[str]:
    async def serve(request: web.Request) -> web.Response:
        match request.match_info["name"]:
            case "picture":
                return web.Response(body=b"12345")
            case "elsewhere":
                raise web.HTTPFound("/picture")
            case _:
                raise web.HTTPNotFound

    app = web.Application()
    app.router.add_get("/{name}", serve)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


def fetcher(session: ClientSession, own: str, *, most_bytes: int = 5) -> SafeFetch:
    return SafeFetch(session, own=own, hosts=[".qpic.cn", "img.example.com"], most_bytes=most_bytes)


async def test_the_configured_base_is_allowed_and_followed_nowhere(session: ClientSession, own: str) -> None:
    assert await fetcher(session, own).get(f"{own}picture", within=2) == b"12345"
    with pytest.raises(FetchError, match="HTTP 302"):
        await fetcher(session, own).get(f"{own}elsewhere", within=2)
    with pytest.raises(FetchError, match="too big"):
        await fetcher(session, own, most_bytes=4).get(f"{own}picture", within=2)


@pytest.mark.parametrize(
    "address",
    [
        "http://wework.qpic.cn/1",  # not encrypted
        "https://wework.qpic.cn:8443/1",
        "https://qpic.cn/1",
        "https://evilqpic.cn/1",
        "https://img.example.com.evil.example/1",
        "https://a.img.example.com/1",
        "https://img.example.com@evil.example/1",
        "https://user@wework.qpic.cn/1",
        "https://127.0.0.1/1",
        "https://[::1]/1",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost:1/1",
        "file:///etc/passwd",
        "//wework.qpic.cn/1",
        "picture",
        "",
    ],
)
async def test_everything_else_is_refused_unasked(session: ClientSession, own: str, address: str) -> None:
    with pytest.raises(FetchError, match=r"not on the list|ValueError"):
        await fetcher(session, own).get(address, within=2)


@pytest.mark.parametrize(
    ("addresses", "public"),
    [
        (("93.184.216.34",), True),
        (("2606:2800:220:1::1",), True),
        (("10.0.0.7",), False),
        (("93.184.216.34", "127.0.0.1"), False),
        (("169.254.169.254",), False),
        (("::ffff:192.168.1.1",), False),
        (("fe80::1%eth0",), False),
        (("100.64.0.1",), False),
        (("224.0.0.1",), False),
        (("0.0.0.0",), False),  # noqa: S104
    ],
)
async def test_a_name_must_not_lead_inside(addresses: tuple[str, ...], *, public: bool) -> None:
    names = Names(addresses)
    resolver = PublicResolver(names)
    if public:
        assert [each["host"] for each in await resolver.resolve("a.qpic.cn")] == list(addresses)
    else:
        with pytest.raises(OSError, match="private network"):
            await resolver.resolve("a.qpic.cn")
    await resolver.close()
    assert names.closed


def test_what_is_no_address_is_not_public() -> None:
    assert not is_public("a.qpic.cn")


async def test_a_listed_host_is_asked_by_a_session_that_knows_no_private_names(
    session: ClientSession, own: str
) -> None:
    fetch = fetcher(session, own)
    with pytest.raises(FetchError):
        await fetch.get("https://nowhere.invalid.qpic.cn/1", within=0.001)
    await fetch.close()
