"""WeCom's side of a callback: the GET when its address is saved, and an encrypted POST (D-90930, D-90238, D-101033).

What is posted is authentic and says nothing, so the bot takes it and keeps nothing of it.
"""

import secrets
import time
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from bot.wecom.crypto import CallbackKeys, MessageCrypt, Signed
from bot.wecom.gate import CHECK

PATIENCE: Final = ClientTimeout(
    total=8.0, connect=4.0
)  # longer than WeCom's, so that "too slow" can be told from "never"
BIG: Final = 16 * 1024  # bytes: more than any message of WeCom's


@dataclass(frozen=True, slots=True)
class Trial:
    """What came back, and after how many seconds; `trouble` instead where nothing did. `expected`: a GET's echo."""

    status: int = 0
    body: bytes = b""
    seconds: float = 0.0
    expected: bytes = b""
    trouble: Exception | None = None
    location: str = ""

    @property
    def right(self) -> bool:
        return self.status == 200 and (not self.expected or self.body == self.expected)


class WeComCaller:
    """`receive_id` is the corp id for an app, empty for an AI bot; `stamp` the time in seconds since 1970."""

    def __init__(self, session: ClientSession, url: str, keys: tuple[str, str], receive_id: str, stamp: int) -> None:
        self._session = session
        self._url = url
        self._crypt = MessageCrypt([CallbackKeys(*keys)], receive_id)
        self._receive_id = receive_id
        self._stamp = str(stamp)

    async def verify(self, *, plus: bool) -> Trial:
        """`plus`: whether the echostr holds a `+`, which half of them do and some proxies turn into a blank."""
        echo = str(secrets.randbelow(10**19)).encode()
        sealed = self._seal(echo)
        while (b"+" in sealed.encrypted) is not plus:
            sealed = self._seal(echo)
        return await self._ask("GET", self._signed(sealed, echostr=sealed.encrypted.decode()), expected=echo)

    async def deliver(self, *, big: bool = False) -> Trial:
        padding = "x" * (BIG if big else 0)
        if self._receive_id:
            inner = f"<xml><MsgType>event</MsgType><Event>qunwu_check</Event><Padding>{padding}</Padding></xml>"
            sealed = self._seal(inner.encode())
            body = (
                f"<xml><ToUserName>{self._receive_id}</ToUserName><Encrypt>{sealed.encrypted.decode()}</Encrypt></xml>"
            )
        else:
            sealed = self._seal(f'{{"msgtype":"event","padding":"{padding}"}}'.encode())
            body = f'{{"encrypt":"{sealed.encrypted.decode()}"}}'
        return await self._ask("POST", self._signed(sealed), body=body.encode())

    def _seal(self, message: bytes) -> Signed:
        return self._crypt.seal(message, timestamp=self._stamp, nonce=CHECK + secrets.token_hex(5))

    def _signed(self, sealed: Signed, **more: str) -> URL:
        query = {"msg_signature": sealed.signature, "timestamp": sealed.timestamp, "nonce": sealed.nonce, **more}
        return URL(self._url).update_query(query)

    async def _ask(self, method: str, url: URL, *, body: bytes | None = None, expected: bytes = b"") -> Trial:
        started = time.monotonic()
        try:
            async with self._session.request(method, url, data=body, timeout=PATIENCE, allow_redirects=False) as answer:
                found = await answer.read()
        except (ClientError, OSError, TimeoutError, ValueError) as error:
            return Trial(trouble=error, seconds=time.monotonic() - started)
        return Trial(
            answer.status, found, time.monotonic() - started, expected, location=answer.headers.get("Location", "")
        )
