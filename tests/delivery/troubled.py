"""A WeCom without a network: a share of its answers is trouble, of every kind there is; it counts what it was asked.

It stands in the place of the HTTP session, so that all above it is the real thing, and time may be the loop's.
"""

import asyncio
import json
import random
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from aiohttp import ConnectionTimeoutError, ServerDisconnectedError
from yarl import URL

BUSY, TOO_OFTEN, TOO_MANY, NOT_TRUSTED, OUT_OF_RANGE = -1, 45009, 45033, 60020, 81013
EXPIRED = (40014, 42001)
PASSES = (BUSY, TOO_OFTEN, TOO_MANY, *EXPIRED, NOT_TRUSTED)  # by itself, or when somebody has put it right
MINUTE, REMEMBERS, STALLS = 60.0, 1800.0, 10.0
PER_MINUTE = 30  # to one member; the next ones are accepted and never seen
HTML = b"<html><body>502 Bad Gateway</body></html>"


@dataclass(slots=True)
class Troubled:
    """`seen`: (to whom, text) in order; `said_no`: texts that were refused for good. `shuts`: how many of the answers
    that shut all of it for a minute are given; in a long run there are enough of them without."""

    dice: random.Random
    rate: float
    shuts: float = 1.0
    seen: list[tuple[str, str]] = field(default_factory=list)
    said_no: set[str] = field(default_factory=set)
    troubles: Counter[str] = field(default_factory=Counter)
    busy: Counter[str] = field(default_factory=Counter)
    tokens: int = 0
    expired: int = 0
    dropped: int = 0
    hurried: int = 0  # began to ask while nothing passed, and had been told
    _token: str = ""
    _shut: tuple[float, float] = (0.0, 0.0)  # since when, on the loop's clock, and until when nothing passes
    _bodies: dict[bytes, float] = field(default_factory=dict)
    _accepted: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    @asynccontextmanager
    async def request(self, _: str, url: URL, *, data: bytes | None, **options: Any) -> AsyncIterator[Any]:
        since, until = self._shut
        self.hurried += since < _now() < until and not url.path.endswith("/gettoken")
        await asyncio.sleep(0.02)
        if url.path.endswith("/gettoken"):
            yield self._answer(self._new_token())
        else:
            assert data
            yield await self._message(url.query["access_token"], data, options["timeout"].total)

    def _new_token(self) -> dict[str, object]:
        self.tokens += 1
        self._token = f"token-{self.tokens}"
        return {"errcode": 0, "errmsg": "ok", "access_token": self._token, "expires_in": 7200}

    async def _message(self, token: str, data: bytes, patience: float) -> Any:
        if token != self._token:
            return self._answer({"errcode": 40014, "errmsg": "invalid access_token"})
        text = json.loads(data)["text"]["content"]
        if self.dice.random() >= self.rate:
            return self._accepts(data)
        trouble = self.dice.choice(TROUBLES)
        self.troubles[trouble.__name__.strip("_")] += 1
        return await trouble(self, data, text, patience)

    def _accepts(self, data: bytes) -> Any:
        body = json.loads(data)
        user, checked = body["touser"], body.get("enable_duplicate_check")
        known = _now() - self._bodies.get(data, -REMEMBERS) < REMEMBERS
        self._bodies[data] = _now()
        if not (checked and known):
            self._show(user, body["text"]["content"])
        return self._answer({"errcode": 0, "errmsg": "ok", "msgid": "1"})

    def _show(self, user: str, text: str) -> None:
        times = self._accepted[user]
        while times and times[0] <= _now() - MINUTE:
            times.popleft()
        times.append(_now())
        if len(times) > PER_MINUTE:
            self.dropped += 1
        else:
            self.seen.append((user, text))

    def _answer(self, answer: object, status: int = 200) -> Any:
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()

        async def chunks() -> AsyncIterator[bytes]:
            yield body

        return SimpleNamespace(status=status, headers={}, content=SimpleNamespace(iter_any=chunks))

    # ---- the kinds of trouble -----------------------------------------------------------------------------

    async def _code(self, _: bytes, text: str, __: float) -> Any:
        code = self.dice.choice(PASSES)
        if code in (TOO_OFTEN, NOT_TRUSTED) and self.dice.random() >= self.shuts:
            code = TOO_MANY
        self.busy[text] += code == BUSY
        if code in (TOO_OFTEN, NOT_TRUSTED):
            self._shut = _now(), _now() + MINUTE
        if code in EXPIRED:
            self.expired += 1
            self._token = ""
        return self._answer({"errcode": code, "errmsg": "no, from ip: 10.0.0.1"})

    async def _refusal(self, data: bytes, text: str, _: float) -> Any:
        if data in self._bodies:  # it was taken before: whoever is in range then is so now
            return self._accepts(data)
        self.said_no.add(text)
        if self.dice.random() < 0.5:
            return self._answer({"errcode": OUT_OF_RANGE, "errmsg": "user & party & tag all invalid"})
        user = json.loads(data)["touser"]
        return self._answer({"errcode": 0, "errmsg": "ok", "invaliduser": user, "msgid": "1"})

    async def _status(self, data: bytes, _: str, __: float) -> Any:
        self._perhaps(data)
        return self._answer(HTML, self.dice.choice((500, 502, 503)))

    async def _page(self, data: bytes, _: str, __: float) -> Any:
        self._perhaps(data)
        return self._answer(HTML)

    async def _half(self, data: bytes, _: str, __: float) -> Any:
        self._accepts(data)
        return self._answer(b'{"errcode":0,"errm')

    async def _reset_before(self, *_: object) -> Any:
        raise ConnectionTimeoutError

    async def _reset_after(self, data: bytes, _: str, __: float) -> Any:
        self._accepts(data)
        raise ServerDisconnectedError

    async def _stall(self, data: bytes, _: str, patience: float) -> Any:
        self._perhaps(data)
        await asyncio.sleep(min(STALLS, patience))
        raise TimeoutError

    def _perhaps(self, data: bytes) -> None:
        if self.dice.random() < 0.5:
            self._accepts(data)


def _now() -> float:
    return asyncio.get_running_loop().time()


TROUBLES: tuple[Callable[..., Any], ...] = (
    *[Troubled._code] * len(PASSES),
    Troubled._refusal,
    Troubled._status,
    Troubled._page,
    Troubled._half,
    Troubled._reset_before,
    Troubled._reset_after,
    Troubled._stall,
)
