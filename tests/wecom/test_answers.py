"""What is WeCom's answer, and what the absence of one means."""

import pytest
from aiohttp import ServerDisconnectedError

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.api.answers import decoded, nothing_happened, outcome_of_failure, outcome_of_status


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"errcode": "0"}',
        b'{"errcode": false}',
        b'{"errcode": 3000000000}',
        b'{"errcode": 99999999999999999999}',
        b'{"errmsg": "ok"}',
        b"<html>",
        b"\xff",
    ],
)
def test_no_answer_of_wecoms(body: bytes) -> None:
    assert decoded(body) is None


def test_an_answer() -> None:
    assert decoded(b'{"errcode": 0, "chatid": "a"}') == {"errcode": 0, "chatid": "a"}


@pytest.mark.parametrize(
    ("status", "verdict"), [(404, Verdict.REFUSED), (302, Verdict.UNKNOWN), (502, Verdict.UNKNOWN)]
)
def test_a_status_without_one(status: int, verdict: Verdict) -> None:
    assert outcome_of_status(status).verdict is verdict


def test_a_broken_connection_leaves_it_open_unless_nothing_could_happen() -> None:
    unknown = outcome_of_failure(ServerDisconnectedError())
    assert (unknown.verdict, nothing_happened(unknown).verdict) == (Verdict.UNKNOWN, Verdict.RETRY)
    refused = Outcome(Verdict.REFUSED)
    assert nothing_happened(refused) is refused
