"""`/wecom/app`: what WeCom tells the self-built app (D-90930, D-90238).

Signature, freshness, decryption, parsing, storage, and only then 200. Whoever can't sign learns nothing: every refusal
is the same answer. WeCom gives us five seconds and takes anything but 200 as "send it again".
"""

from typing import Final

import structlog
from aiohttp import web

from bot.shapes.incoming import Incoming
from bot.shapes.ports import Clock, Intake
from bot.wecom.app import xml
from bot.wecom.app.incoming import MeaninglessError, incoming
from bot.wecom.body import bounded_body
from bot.wecom.crypto import CryptoError, MessageCrypt, Signed
from bot.wecom.envelope import encrypted_part, query_of

PATH: Final = "/wecom/app"
BODY_LIMIT: Final = 64 * 1024  # bytes
FRESH: Final = 300.0  # seconds
STAMP_DIGITS: Final = 12

log = structlog.get_logger(__name__)


class RefusedError(Exception):
    """Not to be believed, for whatever reason."""


class AppCallback:
    """Handlers for GET and POST. `fresh` is how many seconds a stamp may lie in the past or the future."""

    def __init__(self, *, crypt: MessageCrypt, intake: Intake, clock: Clock, fresh: float = FRESH) -> None:
        self._crypt = crypt
        self._intake = intake
        self._clock = clock
        self._fresh = fresh
        self.refused = 0  # how many so far, for whoever counts

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self.verify, allow_head=False), web.post(PATH, self.receive)]

    async def verify(self, request: web.Request) -> web.Response:
        """The check when the address is saved: the bare decrypted echostr, within a second (D-90930)."""
        query = query_of(request.raw_path)
        try:
            echo = self._open(query, query.get("echostr", "").encode("utf-8", "replace"))
        except RefusedError:
            return self._refuse()
        return web.Response(body=echo, content_type="text/plain")

    async def receive(self, request: web.Request) -> web.Response:
        """One message or event: stored when this answers 200. A copy of a stored one is answered alike."""
        body = await bounded_body(request, limit=BODY_LIMIT)
        if body is None:
            return web.Response(status=413)
        try:
            message = self._understand(query_of(request.raw_path), body)
        except RefusedError:
            return self._refuse()
        try:
            await self._intake.take(message)
        except Exception:
            log.exception("not stored: WeCom will send it again", key=message.key)
            return web.Response(status=500)
        return web.Response()

    def _understand(self, query: dict[str, str], body: bytes) -> Incoming:
        encrypted = encrypted_part(body)
        if encrypted is None:
            raise RefusedError
        document = self._open(query, encrypted)
        try:
            return incoming(xml.parse(document), at=self._clock.now())
        except (xml.XmlError, MeaninglessError):
            raise RefusedError from None

    def _open(self, query: dict[str, str], encrypted: bytes) -> bytes:
        signature, timestamp, nonce = (query.get(name, "") for name in ("msg_signature", "timestamp", "nonce"))
        try:
            message = self._crypt.open(Signed(signature, timestamp, nonce, encrypted))
        except CryptoError:
            raise RefusedError from None
        if not self._is_fresh(timestamp):
            raise RefusedError
        return message

    def _is_fresh(self, timestamp: str) -> bool:
        if not (timestamp.isascii() and timestamp.isdigit()) or len(timestamp) > STAMP_DIGITS:
            return False
        return abs(self._clock.now().timestamp() - int(timestamp)) <= self._fresh

    def _refuse(self) -> web.Response:
        """Always the same, and logged at 1, 2, 4, 8 …, so that a flood does not fill the disk."""
        self.refused += 1
        if self.refused & (self.refused - 1) == 0:
            log.warning("callback refused", refused=self.refused)
        return web.Response(status=403)
