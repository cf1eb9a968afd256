"""Calls to WeCom's `/cgi-bin` (D-90664): token in the query, HTTP 200 also for errors, errcode tells.

What failed before the request was on the wire has not happened. What failed afterwards may have.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, ConnectionTimeoutError, hdrs
from yarl import URL

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.api.errcodes import TOKEN_CODES, outcome_of
from bot.wecom.api.tokens import PAUSE, Fetch, Token, TokenBox, token

CONNECT_TIME: Final = 3.0  # seconds
TOTAL_TIME: Final = 8.0  # seconds
AGAIN: Final = 2.0  # seconds to wait where nobody was reached
APP_SECRET: Final = "app"  # noqa: S105 - its name in the configuration
JSON_HEADERS: Final = {hdrs.CONTENT_TYPE: "application/json"}

Answer = dict[str, Any]
"""WeCom's JSON object."""


class CallError(Exception):
    """A call that was not done; `outcome` says what to make of it. Holds no token and no secret."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{outcome.verdict}: {outcome.why}")
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Corp:
    """`secrets` by a name of ours (`app`, `contacts`); `api_base` is the address without `/cgi-bin`."""

    api_base: str
    corp_id: str
    secrets: Mapping[str, str] = field(repr=False)


class Rest:
    """The company's API over one aiohttp session that somebody else opens and closes. Times in seconds."""

    def __init__(
        self,
        session: ClientSession,
        corp: Corp,
        *,
        monotonic: Callable[[], float],
        connect_time: float = CONNECT_TIME,
        total_time: float = TOTAL_TIME,
        pause: float = PAUSE,
    ) -> None:
        self._session = session
        self._corp = corp
        self._monotonic = monotonic
        self._timeout = ClientTimeout(total=total_time, connect=connect_time)
        self._boxes = {
            name: TokenBox(self._fetcher(secret), monotonic=monotonic, pause=pause)
            for name, secret in corp.secrets.items()
        }

    def misconfigured(self, secret: str) -> Outcome | None:
        """Why calls with this secret are not even tried at the moment, if so."""
        return self._boxes[secret].misconfigured

    async def call(
        self,
        secret: str,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: object = None,
    ) -> Answer:
        """WeCom's answer with errcode 0. `path` follows `/cgi-bin/`. Raises CallError for anything else."""
        box = self._boxes[secret]
        answer: Answer = {}
        for attempt in range(2):
            text = await box.get()
            if isinstance(text, Outcome):
                raise CallError(text)
            answer = await self.exchange(method, path, params={**(params or {}), "access_token": text}, json=json)
            if attempt or answer["errcode"] not in TOKEN_CODES:
                break
            box.drop(text)
        return _done(answer)

    async def post_webhook(self, key: str, json: object) -> Answer:
        """A message to the group that the key belongs to (D-91770); no token. Raises CallError."""
        return _done(await self.exchange("POST", "webhook/send", params={"key": key}, json=json))

    async def post_response(self, url: str, json: object) -> Answer:
        """The one answer that a `response_url` takes (D-101138). Raises CallError, for others' addresses too."""
        if not url.startswith(f"{self._corp.api_base}/cgi-bin/"):
            raise CallError(Outcome(Verdict.REFUSED, why="no response_url of WeCom's"))
        return _done(await self._request("POST", URL(url, encoded=True), json=json))

    async def exchange(self, method: str, path: str, *, params: Mapping[str, str], json: object = None) -> Answer:
        """One request, whatever its errcode. Raises CallError where there was no answer of WeCom's."""
        return await self._request(method, URL(f"{self._corp.api_base}/cgi-bin/{path}").with_query(params), json=json)

    async def _request(self, method: str, url: URL, *, json: object) -> Answer:
        data = None if json is None else msgspec.json.encode(json)
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                headers=JSON_HEADERS,
                timeout=self._timeout,
                allow_redirects=False,  # a token goes to no other host
            ) as response:
                status, body = response.status, await response.read()
        except (ClientError, OSError, TimeoutError) as error:
            outcome = _outcome_of_failure(error)
        else:
            answer = _decoded(body) if status == 200 else None
            if answer is not None:
                return answer
            outcome = _outcome_of_status(status)
        raise CallError(outcome)  # outside `except`: aiohttp's errors know the address, and with it the token

    async def close(self) -> None:
        """Let go of fetches under way. The session stays open."""
        await asyncio.gather(*(box.close() for box in self._boxes.values()))

    def _fetcher(self, secret: str) -> Fetch:
        async def fetch() -> Token | Outcome:
            asked = {"corpid": self._corp.corp_id, "corpsecret": secret}
            started = self._monotonic()
            try:
                answer = await self.exchange("GET", "gettoken", params=asked)
            except CallError as error:
                return _nothing_happened(error.outcome)
            outcome = _outcome(answer)
            if outcome.verdict is not Verdict.DONE:
                return outcome
            return _token(answer, now=started)

        return fetch


def _token(answer: Answer, *, now: float) -> Token | Outcome:
    text, lifetime = answer.get("access_token"), answer.get("expires_in")
    if not isinstance(text, str) or not isinstance(lifetime, int):
        return Outcome(Verdict.RETRY, why="gettoken answered without a token", wait=AGAIN)
    return token(text, lifetime=lifetime, now=now)


def _done(answer: Answer) -> Answer:
    outcome = _outcome(answer)
    if outcome.verdict is not Verdict.DONE:
        raise CallError(outcome)
    return answer


def _outcome(answer: Answer) -> Outcome:
    return outcome_of(answer["errcode"], str(answer.get("errmsg", "")))


def _decoded(body: bytes) -> Answer | None:
    """A JSON object with an errcode; anything else was not said by WeCom, or not to its end."""
    try:
        answer = msgspec.json.decode(body)
    except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested without end
        return None
    if isinstance(answer, dict) and isinstance(answer.get("errcode"), int):
        return answer
    return None


def _outcome_of_failure(error: Exception) -> Outcome:
    kind = type(error).__name__
    if isinstance(error, (ClientConnectorError, ConnectionTimeoutError)):
        return Outcome(Verdict.RETRY, why=f"WeCom was not reached: {kind}", wait=AGAIN)
    return Outcome(Verdict.UNKNOWN, why=f"no answer after the request was sent: {kind}")


def _outcome_of_status(status: int) -> Outcome:
    if 400 <= status < 500:
        return Outcome(Verdict.REFUSED, why=f"HTTP {status}")
    return Outcome(Verdict.UNKNOWN, why=f"HTTP {status} without an answer of WeCom's")


def _nothing_happened(outcome: Outcome) -> Outcome:
    """Without a token nothing was asked for yet, so what is unknown about gettoken is simply tried again."""
    if outcome.verdict is Verdict.UNKNOWN:
        return Outcome(Verdict.RETRY, why=f"no token: {outcome.why}", wait=AGAIN)
    return outcome
