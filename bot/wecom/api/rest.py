"""Calls to WeCom's `/cgi-bin` (D-90664): token in the query, HTTP 200 also for errors, errcode tells.

What failed before the request was on the wire has not happened. What failed afterwards may have.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Final, NoReturn, TypeVar

import msgspec
from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, StreamReader
from yarl import URL

from bot.domain.wording import file_name
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.pauses import OwnPauses, Pauses
from bot.shapes.token_shelf import TokenShelf
from bot.wecom.api.answers import AGAIN, Answer, decoded, nothing_happened, outcome_of_failure, outcome_of_status
from bot.wecom.api.errcodes import TOKEN_CODES, outcome_of
from bot.wecom.api.heard import Heard
from bot.wecom.api.tokens import PAUSE, Fetch, Token, TokenBox, token
from bot.wecom.texts import NAMELESS

CONNECT_TIME: Final = 3.0  # seconds
TOTAL_TIME: Final = 8.0  # seconds
LARGE: Final = 512 * 1024  # bytes; more than this is sent in pieces, between which the loop goes on
UPLOAD_TIME: Final = 60.0  # seconds
ANSWER_BYTES: Final = 32 * 1024 * 1024
APP_SECRET: Final = "app"  # noqa: S105 - its name in the configuration
SHUT: Final = Outcome(Verdict.RETRY, why="WeCom lets nothing pass there, as another process was told")
JSON_HEADERS: Final = {"Content-Type": "application/json"}

T = TypeVar("T")


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
    """The company's API over one aiohttp session that somebody else opens and closes. Times in seconds.

    `pauses` and `shelf` are shared with other processes, where there are any. Where WeCom lets nothing pass,
    it is not asked again before the window is over.
    """

    def __init__(
        self,
        session: ClientSession,
        corp: Corp,
        *,
        monotonic: Callable[[], float],
        connect_time: float = CONNECT_TIME,
        total_time: float = TOTAL_TIME,
        pause: float = PAUSE,
        pauses: Pauses | None = None,
        shelf: TokenShelf | None = None,
    ) -> None:
        self._session = session
        self._corp = corp
        self._monotonic = monotonic
        self._timeout = ClientTimeout(total=total_time, connect=connect_time)
        self.heard = Heard()
        self._patient = ClientTimeout(total=max(total_time, UPLOAD_TIME), connect=connect_time)
        self._pauses = pauses or OwnPauses()
        self._ahead: float | None = None  # seconds since 1970 when our monotonic clock said 0, by WeCom's
        self._shut: dict[str, Outcome] = {}  # interfaces, with what WeCom said when it shut them last
        self._boxes = {
            name: TokenBox(
                self._fetcher(secret), monotonic=monotonic, pause=pause, name=_fingerprint(corp, secret), shelf=shelf
            )
            for name, secret in corp.secrets.items()
        }

    def their_time(self) -> float | None:
        """WeCom's clock, in seconds since 1970, as its last answer told; None: it has told nothing yet."""
        return None if self._ahead is None else self._ahead + self._monotonic()

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

        async def ask(token: str) -> Answer:
            return await self.exchange(method, path, params={**(params or {}), "access_token": token}, json=json)

        return _done(await self._not_too_often(secret, path, ask))

    async def upload(self, secret: str, path: str, *, params: Mapping[str, str], name: str, data: bytes) -> Answer:
        """Bytes as the field `media` (D-90253). Raises CallError; nobody has seen anything then."""

        async def ask(token: str) -> Answer:
            return await self._uploaded(path, {**params, "access_token": token}, name, data)

        return _prepared(await self._not_too_often(secret, path, ask))

    async def upload_webhook(self, key: str, kind: str, *, name: str, data: bytes) -> Answer:
        """The same for a webhook, which alone may then send it (D-99110)."""
        return _prepared(await self._uploaded("webhook/upload_media", {"key": key, "type": kind}, name, data))

    async def download(self, secret: str, path: str, *, params: Mapping[str, str], most_bytes: int) -> bytes:
        """The bytes that a call answers with (D-90254). Raises CallError, also for more than `most_bytes`."""

        async def ask(token: str) -> Answer | bytes:
            url = self._url(path, {**params, "access_token": token})
            status, body = await self._sent("GET", url, most_bytes=most_bytes)
            if status != 200:
                raise CallError(outcome_of_status(status))
            return decoded(body) or body

        answer = await self._with_token(secret, ask)
        return answer if isinstance(answer, bytes) else _refuse(answer)

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
        return await self._request(method, self._url(path, params), json=json)

    async def _not_too_often(self, secret: str, path: str, ask: Callable[[str], Awaitable[Answer]]) -> Answer:
        door = path if secret == APP_SECRET else f"{path}@{secret}"

        async def ask_if_open(token: str) -> Answer:
            if left := self._pauses.left(door):
                raise CallError(replace(self._shut.get(door, SHUT), wait=left, pause=0.0))  # it was not asked
            return await ask(token)

        answer = await self._with_token(secret, ask_if_open)
        self.heard.note(door, answer)
        outcome = _outcome(answer)
        if outcome.pause:
            self._shut[door] = outcome
            await self._pauses.shut(door, outcome.pause, outcome.errcode)
        return answer

    async def _with_token(self, secret: str, ask: Callable[[str], Awaitable[T]]) -> T:
        """What `ask` answers; asked again once where the token was not good any more."""
        answer, text = await self._with_this_token(secret, ask)
        refused = isinstance(answer, dict) and answer["errcode"] in TOKEN_CODES
        if refused and self._boxes[secret].drop(text):
            answer, _ = await self._with_this_token(secret, ask)
        return answer

    async def _with_this_token(self, secret: str, ask: Callable[[str], Awaitable[T]]) -> tuple[T, str]:
        text = await self._boxes[secret].get()
        if isinstance(text, Outcome):
            raise CallError(text)
        return await ask(text), text

    def _url(self, path: str, params: Mapping[str, str]) -> URL:
        return URL(f"{self._corp.api_base}/cgi-bin/{path}").with_query(params)

    async def _request(self, method: str, url: URL, *, json: object) -> Answer:
        data = None if json is None else msgspec.json.encode(json)
        body = BytesIO(data) if data and len(data) > LARGE else data
        return _answer(*await self._sent(method, url, data=body, headers=JSON_HEADERS))

    async def _uploaded(self, path: str, params: Mapping[str, str], name: str, data: bytes) -> Answer:
        form = FormData(quote_fields=False)  # a Chinese name goes as it is
        called = file_name(name) or NAMELESS
        form.add_field("media", BytesIO(data), filename=called, content_type="application/octet-stream")
        try:
            return _answer(*await self._sent("POST", self._url(path, params), data=form, patience=self._patient))
        except CallError as error:
            raise CallError(nothing_happened(error.outcome)) from None

    async def _sent(
        self,
        method: str,
        url: URL,
        *,
        data: bytes | BytesIO | FormData | None = None,
        headers: Mapping[str, str] | None = None,
        patience: ClientTimeout | None = None,
        most_bytes: int = ANSWER_BYTES,
    ) -> tuple[int, bytes]:
        """Status and body. Raises CallError where there was none, or too much of it."""
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                headers=headers,
                timeout=patience or self._timeout,
                allow_redirects=False,  # a token goes to no other host
            ) as response:
                body = await _bounded(response.content, most_bytes)
                self._hear_time(response.headers.get("Date", ""))
                return response.status, body
        except (ClientError, OSError, TimeoutError) as error:
            outcome = outcome_of_failure(error)
        raise CallError(outcome)  # outside `except`: aiohttp's errors know the address, and with it the token

    async def close(self) -> None:
        """Let go of fetches under way. The session stays open."""
        await asyncio.gather(*(box.close() for box in self._boxes.values()))

    def _hear_time(self, date: str) -> None:
        """From the head of an answer (RFC 9110, 6.6.1)."""
        with suppress(ValueError, TypeError):
            self._ahead = parsedate_to_datetime(date).timestamp() - self._monotonic()

    def _fetcher(self, secret: str) -> Fetch:
        async def fetch() -> Token | Outcome:
            asked = {"corpid": self._corp.corp_id, "corpsecret": secret}
            started = self._monotonic()
            try:
                answer = await self.exchange("GET", "gettoken", params=asked)
            except CallError as error:
                return nothing_happened(error.outcome)
            outcome = _outcome(answer)
            if outcome.verdict is not Verdict.DONE:
                return outcome
            return _token(answer, now=started)

        return fetch


def _fingerprint(corp: Corp, secret: str) -> str:
    """By which a token is kept: of another secret it is another one."""
    return hashlib.sha256(f"{corp.corp_id}:{secret}".encode()).hexdigest()[:32]


def _token(answer: Answer, *, now: float) -> Token | Outcome:
    text, lifetime = answer.get("access_token"), answer.get("expires_in")
    if not isinstance(text, str) or not text or not isinstance(lifetime, int):
        return Outcome(Verdict.RETRY, why="gettoken answered without a token", wait=AGAIN)
    return token(text, lifetime=lifetime, now=now)


def _done(answer: Answer) -> Answer:
    outcome = _outcome(answer)
    if outcome.verdict is not Verdict.DONE:
        raise CallError(outcome)
    return answer


def _prepared(answer: Answer) -> Answer:
    """As `_done`, of a call that shows nobody anything."""
    outcome = _outcome(answer)
    if outcome.verdict is not Verdict.DONE:
        raise CallError(nothing_happened(outcome))
    return answer


def _outcome(answer: Answer) -> Outcome:
    return outcome_of(answer["errcode"], str(answer.get("errmsg", "")))


def _answer(status: int, body: bytes) -> Answer:
    """Raises CallError where WeCom said nothing that can be understood."""
    answer = decoded(body) if status == 200 else None
    if answer is None:
        raise CallError(outcome_of_status(status))
    return answer


def _refuse(answer: Answer) -> NoReturn:
    raise CallError(_outcome(answer))


async def _bounded(content: StreamReader, most: int) -> bytes:
    data = bytearray()
    async for chunk in content.iter_any():
        data += chunk
        if len(data) > most:
            raise CallError(Outcome(Verdict.REFUSED, why="the answer is too big"))
    return bytes(data)
