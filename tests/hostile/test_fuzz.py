"""Callbacks made at random: each is answered, none breaks anything, and nobody without our keys leaves a trace."""

import io
import os
import resource
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.shapes.incoming import Incoming
from bot.storage.engine import codec

from .doors import Knocker, knocker
from .letters import CANARY, SECRETS, Hand, Kind, Letter, letter

HERE, SOAKED = 10_000, 500_000  # of each kind
ONE = os.environ.get("HOSTILE")
GROWTH = 10 * 1024 * 1024  # bytes that half a million may leave behind


@pytest.fixture
def output() -> Iterator[io.StringIO]:
    before = structlog.get_config()
    output = io.StringIO()
    logs.configure("debug", output)
    yield output
    structlog.configure(**before)


def numbers(count: int) -> Iterable[int]:
    return [int(ONE)] if ONE else range(count)


async def answered(door: Knocker, each: Letter) -> str:
    """What is wrong with how it was taken; nothing where nothing is."""
    before = door.taken.count
    try:
        answer = await door.knock(each.path, each.body)
    except Exception as error:
        return f"raised {type(error).__name__}"
    if answer.status not in (200, 403, 413):
        return f"answered {answer.status}"
    if answer.status != 200 and (answer.body or door.taken.count > before):
        return "a refusal that says or leaves something"
    if each.hand is Hand.STRANGER and answer.status == 200:
        return "a stranger was let in"
    if door.taken.count == before:
        return ""
    assert door.taken.last is not None
    return wrong(each, door.taken.last)


def wrong(each: Letter, taken: Incoming) -> str:
    if not storable(taken):
        return "it fits into no row"
    if each.hand is Hand.SPOILT and (taken.text != CANARY or taken.key.partition(":")[2].encode() not in each.said):
        return "what was stored is not what was signed"
    return ""


def storable(taken: Incoming) -> bool:
    """As PostgreSQL has it: lengths count, and there are no NULs."""
    plain = taken.key.isprintable() and taken.sender.isprintable()
    return plain and len(taken.key) <= 255 and 0 < len(taken.sender) <= 64 and codec.load(codec.dump(taken)) == taken


async def fuzzed(kind: Kind, count: int) -> Counter[Hand]:
    door, seen = knocker(kind), Counter[Hand]()
    for number in numbers(count):
        each = letter(kind, number)
        before = door.taken.count
        if trouble := await answered(door, each):
            pytest.fail(f"{kind}: HOSTILE={number} ({each.hand}): {trouble}", pytrace=False)
        seen[each.hand] += door.taken.count - before
    return seen


@pytest.mark.parametrize("kind", list(Kind))
async def test_whatever_comes_is_answered(kind: Kind, output: io.StringIO) -> None:
    taken = await fuzzed(kind, HERE)
    assert taken[Hand.STRANGER] == 0
    assert ONE or min(taken[Hand.ODD], taken[Hand.SPOILT]) > HERE // 30  # it is no test of refusals alone
    assert not [secret for secret in SECRETS if secret in output.getvalue()]


@pytest.mark.soak
@pytest.mark.parametrize("kind", list(Kind))
async def test_half_a_million_leave_nothing_behind(kind: Kind, output: io.StringIO) -> None:
    await fuzzed(kind, 5_000)
    before = memory()
    taken = await fuzzed(kind, SOAKED)
    assert taken[Hand.STRANGER] == 0
    assert memory() - before < GROWTH
    assert not [secret for secret in SECRETS if secret in output.getvalue()]


def memory() -> int:
    """Bytes in use now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_a_letter_is_the_same_again() -> None:
    for kind in Kind:
        first, again = letter(kind, 7), letter(kind, 7)
        assert (first.hand, first.said) == (again.hand, again.said)
