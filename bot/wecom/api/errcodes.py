"""What an errcode means for us (D-90313). The number alone decides; errmsg is never branched on.

A code that is not listed counts as refused: repeating a request that WeCom rejects for a reason nobody knows is how
applications get blocked. The outcome says that the code is unknown, so that somebody adds it here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.patterns import regex
from bot.shapes.outgoing import Outcome, Verdict

MOST: Final = 2**31 - 1  # of an errcode; WeCom's have seven digits
WINDOW: Final = 60.0  # seconds: a frequency block lasts as long as its window, and the shortest is a minute
TOKEN_CODES: Final = frozenset({40014, 42001, 42007, 42009})  # a new token may cure these
SECRET_CODES: Final = frozenset({40001, 40013, 41002, 41004})  # repeated, they get the address blocked

EGRESS: Final = regex(r"from ip: ([0-9a-fA-F:.]{2,45})")


@dataclass(frozen=True, slots=True)
class Meaning:
    verdict: Verdict
    words: str
    wait: float = 0.0
    form: bool = False
    pause: float = 0.0  # seconds for which the whole interface is shut, whatever is sent


def _retry(words: str, wait: float, *, pause: float = 0.0) -> Meaning:
    return Meaning(Verdict.RETRY, words, wait=wait, pause=pause)


def _refused(words: str) -> Meaning:
    return Meaning(Verdict.REFUSED, words)


def _form(words: str) -> Meaning:
    return Meaning(Verdict.REFUSED, words, form=True)


def _config(words: str) -> Meaning:
    return Meaning(Verdict.MISCONFIGURED, words)


def _shut(words: str) -> Meaning:
    """For all that the app sends, until somebody puts it right."""
    return Meaning(Verdict.MISCONFIGURED, words, pause=WINDOW)


MEANINGS: Final[dict[int, Meaning]] = {
    # again later
    -1: _retry("system busy", 2.0),
    6000: _retry("data version conflict", 1.0),
    45009: _retry("frequency exceeded", WINDOW, pause=WINDOW),
    45033: _retry("too many concurrent calls", 1.0),
    130101: _retry("webhook frequency exceeded", WINDOW, pause=WINDOW),
    **{code: _retry("token not valid any more", 1.0) for code in TOKEN_CODES},
    # a human must put something right
    **{code: _shut("corp id or secret wrong") for code in SECRET_CODES},
    40056: _shut("agent id wrong"),
    40057: _config("callback address not usable"),
    41001: _config("token missing"),
    48002: _config("the app may not call this; for groups its visible range must be the root department"),
    48009: _config("the contacts secret may not read from this address; read with the app's secret"),
    50001: _config("redirect domain not trusted"),
    50003: _shut("the app is disabled"),
    60011: _config("the secret has no right to this member, department or tag; widen the visible range"),
    60020: _shut("this address is not among the app's trusted IPs"),
    80001: _config("trusted domain not accepted"),
    85004: _config("trusted domain quota used up"),
    85005: _config("trusted domain not verified"),
    93004: _config("the bot is disabled"),
    93019: _config("bot id wrong"),
    301002: _config("the app has no permission for this"),
    301042: _shut("this address is not on the whitelist"),
    301049: _config("the app isn't linked to 紧急通知"),
    301050: _config("紧急通知 isn't switched on"),
    301051: _config("nothing left to pay emergency calls with"),
    301053: _config("archive not enabled"),
    301055: _config("no permission for approvals"),
    301056: _config("the approval app is disabled"),
    853000: _config("bot id or secret wrong"),
    # this content not, a plainer one perhaps
    40008: _form("message type not allowed here"),
    40016: _form("number of buttons"),
    40017: _form("button type"),
    40018: _form("button name length"),
    40019: _form("button key length"),
    40020: _form("button address length"),
    40035: _form("parameter illegal"),
    40058: _form("parameter illegal"),
    40063: _form("parameter missing"),
    41016: _form("title missing"),
    41033: _form("description missing"),
    **{code: _form("task id or button keys too long or used before") for code in range(42014, 42021)},
    43012: _form("cards with buttons need a callback address"),
    45001: _form("media too big"),
    45002: _form("text too long"),
    45007: _form("voice too long"),
    45008: _form("too many articles"),
    93018: _form("image too big"),
    **{code: _form("media missing or not usable") for code in (40004, 40005, 40006, 40007, 40009, 41006, 44001)},
    # not to this receiver, not this request
    40003: _refused("no such userid"),
    40029: _refused("code used or wrong"),
    40031: _refused("list of userids illegal"),
    40032: _refused("list of userids too long"),
    40050: _refused("no such chat"),
    40068: _refused("no such tag"),
    41009: _refused("userid missing"),
    41011: _refused("agent id missing"),
    42022: _refused("code used"),
    43004: _refused("the member must follow first"),
    44004: _refused("empty text"),
    46003: _refused("no menu"),
    46004: _refused("no such member"),
    49008: _refused("the group was dissolved"),
    50002: _refused("the member is out of the app's range"),
    60021: _refused("not in the app's visible range"),
    60111: _refused("no such userid"),
    60123: _refused("no such department"),
    81013: _refused("no receiver is valid; nothing was sent"),
    82001: _refused("no receivers"),
    82002: _refused("too many departments"),
    82003: _refused("too many tags"),
    84014: _refused("ticket expired"),
    84015: _refused("ticket wrong"),
    85002: _refused("forbidden words"),
    93000: _refused("webhook key wrong or removed"),
    93001: _refused("the group allows no pushes"),
    93006: _refused("no such chat, or it never spoke to the bot"),
    93008: _refused("the bot is not in the group"),
    93017: _refused("empty content"),
    846605: _refused("the message can't be answered any more"),
    846608: _refused("the stream has ended"),
}

FAMILIES: Final[tuple[tuple[range, Meaning], ...]] = (
    (range(41002, 41100), _refused("a parameter is missing")),
    (range(60001, 60200), _refused("the directory does not allow this")),
    (range(81001, 81100), _refused("departments, tags or members out of bounds")),
    (range(86001, 86300), _refused("the group does not allow this")),
    (range(301021, 301200), _refused("office call refused")),
)


def outcome_of(errcode: int, errmsg: str = "") -> Outcome:
    """What to make of an answer. `errmsg` only gives the egress address that a human needs for 60020."""
    if errcode == 0:
        return Outcome(Verdict.DONE)
    meaning = _meaning(errcode)
    why = f"{errcode} {meaning.words}"
    found = EGRESS.search(errmsg) if errcode == 60020 else None
    if found:
        why = f"{why}: add {found[1]} to them"
    return Outcome(meaning.verdict, errcode, why, meaning.wait, meaning.form, pause=meaning.pause)


def errcode_in(said: Mapping[str, Any]) -> int | None:
    """None where there is none that a column can keep: what settles many sends at once must not fail for one."""
    code = said.get("errcode")
    return code if isinstance(code, int) and not isinstance(code, bool) and abs(code) <= MOST else None


def is_known(errcode: int) -> bool:
    return errcode == 0 or errcode in MEANINGS or any(errcode in codes for codes, _ in FAMILIES)


def _meaning(errcode: int) -> Meaning:
    known = MEANINGS.get(errcode)
    if known:
        return known
    family = next((meaning for codes, meaning in FAMILIES if errcode in codes), None)
    return family or replace(_refused("unknown code, counted as refused"))
