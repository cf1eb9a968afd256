"""Whoever guesses at keys, padding, lengths or the company sees one answer, and so does whoever reads the log."""

import base64
from collections.abc import Callable
from random import Random
from typing import Final

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.wecom.crypto import MessageCrypt, Signed
from tests.wecom.test_crypto import framed, padded, raw_signed, signed_text
from tests.wecom.worlds import CORP, OTHER_KEYS, envelope, text_xml

from .doors import Knocker, knocker
from .letters import Kind, dice_of, path_of

HERE, SOAKED = 1_000, 10_000  # tries of each
STAMP, NONCE = "1", "2"  # of what `raw_signed` signs


def _bad_signature(dice: Random) -> Signed:
    return Signed(f"{dice.getrandbits(160):040x}", STAMP, NONCE, raw_signed(padded(framed(b"hello"))).encrypted)


def _other_token(dice: Random) -> Signed:
    return MessageCrypt([OTHER_KEYS], CORP).seal(dice.randbytes(20), timestamp=STAMP, nonce=NONCE)


def _bad_padding(dice: Random) -> Signed:
    plain = framed(dice.randbytes(dice.randrange(60)))
    plain += dice.randbytes(-len(plain) % 32 or 32)
    return raw_signed(plain[:-1] + bytes([dice.choice((0, 33, 200, 255))]))


def _bad_length(dice: Random) -> Signed:
    return raw_signed(padded(framed(b"hello", length=dice.choice((0, 4, 30, 6000, dice.getrandbits(32) | 64)))))


def _half_a_block(dice: Random) -> Signed:
    return signed_text(base64.b64encode(dice.randbytes(dice.randrange(1, 80) * 16 + dice.randrange(1, 16))))


def _other_corp(dice: Random) -> Signed:
    return raw_signed(
        padded(framed(b"hello", receive_id=dice.choice((b"", CORP.upper().encode(), dice.randbytes(18)))))
    )


WRONG: Final[dict[str, Callable[[Random], Signed]]] = {
    "signature": _bad_signature,
    "token": _other_token,
    "padding": _bad_padding,
    "length": _bad_length,
    "block": _half_a_block,
    "corp": _other_corp,
}


async def seen(wrong: str, tries: int) -> tuple[set[object], list[object]]:
    """All answers that there were, and the kinds of what was logged in their order."""
    door, dice, answers = knocker(Kind.APP, at=1), dice_of(wrong), set[object]()
    with capture_logs() as logged:
        for _ in range(tries):
            answer = await knocked(door, WRONG[wrong](dice))
            answers.add((answer.status, answer.body, tuple(answer.headers.items())))
    assert door.taken.count == 0
    assert door.gate.refused == tries
    return answers, [(each["log_level"], each["event"], sorted(each)) for each in logged]


async def knocked(door: Knocker, signed: Signed) -> web.Response:
    path = path_of(Kind.APP, signed.signature, signed.timestamp, signed.nonce)
    return await door.knock(path, envelope(signed.encrypted))


async def alike(tries: int) -> None:
    first = await seen("signature", tries)
    assert len(first[0]) == 1
    for wrong in WRONG:
        assert await seen(wrong, tries) == first, wrong


async def test_all_refusals_look_the_same() -> None:
    await alike(HERE)


@pytest.mark.soak
async def test_ten_thousand_of_each_look_the_same() -> None:
    await alike(SOAKED)


async def test_with_nothing_wrong_it_is_let_in() -> None:
    door = knocker(Kind.APP, at=1)
    assert (await knocked(door, raw_signed(padded(framed(text_xml().encode()))))).status == 200
    assert door.taken.count == 1
