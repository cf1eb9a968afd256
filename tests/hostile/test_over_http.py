"""The same letters over HTTP, as they are: what no parser takes is 400, and the server stays."""

import re

import pytest

from .doors import Knocker, caller, knocker, served
from .letters import Hand, Kind, Letter, letter

HERE, SOAKED = 150, 50_000  # of each kind
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")


async def status_of(port: int, each: Letter) -> int:
    """A connection for each: some letters leave theirs unusable."""
    async with caller(port) as (reader, writer):
        line = f"POST {each.path} HTTP/1.1".encode("utf-8", "surrogateescape")
        length = f"Host: bot\r\nConnection: close\r\nContent-Length: {len(each.body)}\r\n\r\n"
        writer.write(line + b"\r\n" + length.encode() + each.body)
        found = STATUS.match(await reader.readline())
        return int(found[1]) if found else 0


async def posted(kind: Kind, count: int) -> Knocker:
    door = knocker(kind)
    async with served(door) as port:
        for number in range(count):
            each, before = letter(kind, number), door.taken.count
            status = await status_of(port, each)
            if status not in (200, 400, 403, 404, 405, 413, 414):
                pytest.fail(f"{kind}: letter {number} ({each.hand}) over HTTP: {status}", pytrace=False)
            assert each.hand is not Hand.STRANGER or door.taken.count == before, number
    return door


@pytest.mark.parametrize("kind", list(Kind))
async def test_whatever_comes_is_answered(kind: Kind) -> None:
    assert (await posted(kind, HERE)).taken.count > HERE // 15


@pytest.mark.soak
@pytest.mark.parametrize("kind", list(Kind))
async def test_fifty_thousand_of_each(kind: Kind) -> None:
    await posted(kind, SOAKED)
