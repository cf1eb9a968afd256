"""What came back from WeCom's HTTP interface, and what it means where that was no answer of WeCom's."""

from dataclasses import replace
from typing import Any, Final

import msgspec
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.api.errcodes import errcode_in

AGAIN: Final = 2.0  # seconds to wait where nobody was reached

Answer = dict[str, Any]
"""WeCom's JSON object."""


def decoded(body: bytes) -> Answer | None:
    """A JSON object with an errcode; anything else was not said by WeCom, or not to its end."""
    try:
        answer = msgspec.json.decode(body)
    except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested without end
        return None
    return answer if isinstance(answer, dict) and errcode_in(answer) is not None else None


def outcome_of_failure(error: Exception) -> Outcome:
    kind = type(error).__name__
    if isinstance(error, (ClientConnectorError, ConnectionTimeoutError)):
        return Outcome(Verdict.RETRY, why=f"WeCom was not reached: {kind}", wait=AGAIN)
    return Outcome(Verdict.UNKNOWN, why=f"no answer after the request was sent: {kind}")


def outcome_of_status(status: int) -> Outcome:
    if 400 <= status < 500:
        return Outcome(Verdict.REFUSED, why=f"HTTP {status}")
    return Outcome(Verdict.UNKNOWN, why=f"HTTP {status} without an answer of WeCom's")


def nothing_happened(outcome: Outcome) -> Outcome:
    """What only prepares a call (a token, an upload) is simply done again where nobody knows what became of it. That it
    is asked for too often says nothing of other calls."""
    if outcome.verdict is Verdict.UNKNOWN:
        return Outcome(Verdict.RETRY, why=f"not prepared: {outcome.why}", wait=AGAIN)
    return replace(outcome, pause=0.0) if outcome.verdict is Verdict.RETRY else outcome


def passed_before(outcome: Outcome) -> Outcome:
    """A refusal that says that an earlier attempt got through."""
    return Outcome(Verdict.DONE, outcome.errcode, f"an earlier attempt got through: {outcome.why}")
