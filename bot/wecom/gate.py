"""The check before every callback: signed with our keys, fresh, and meant for us (D-90930, D-101033).

Whoever can't sign learns nothing: every refusal is the same answer.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

import structlog
from aiohttp import web

from bot.shapes.ports import Clock
from bot.wecom.crypto import CryptoError, MessageCrypt, Refusal, Signed
from bot.wecom.envelope import query_of

FRESH: Final = 300.0  # seconds
STAMP_DIGITS: Final = 12
CHECK: Final = "qunwu-check-"  # how the nonces of `qunwu check` begin; WeCom's own are digits

log = structlog.get_logger(__name__)


class RefusedError(Exception):
    """Not to be believed, for whatever reason."""


class Gate:
    """`fresh` is how many seconds a stamp may lie in the past or the future, by our clock or by WeCom's (`their_time`,
    as far as it was heard): a clock of ours that is wrong must not refuse all that people say."""

    def __init__(
        self,
        crypt: MessageCrypt,
        clock: Clock,
        *,
        fresh: float = FRESH,
        their_time: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._crypt = crypt
        self._clock = clock
        self._fresh = fresh
        self._their_time = their_time
        self.refused = 0  # how many so far, for whoever counts
        self._reasons = Counter[Refusal]()

    async def verify(self, request: web.Request) -> web.Response:
        """The check when the address is saved: the bare decrypted echostr, within a second (D-90930)."""
        query = query_of(request.raw_path)
        try:
            echo = self.open(query, query.get("echostr", "").encode("utf-8", "replace"))
        except RefusedError:
            return self.refuse()
        return web.Response(body=echo, content_type="text/plain")

    def open(self, query: dict[str, str], encrypted: bytes) -> bytes:
        """The message inside. Raises RefusedError."""
        signed = _signed(query, encrypted)
        try:
            message = self._crypt.open(signed)
        except CryptoError:
            self._count(signed, self._crypt.reason(signed))
            raise RefusedError from None
        if not self._is_fresh(signed.timestamp):
            self._count(signed, Refusal.STALE)
            raise RefusedError
        return message

    def seal(self, message: bytes, query: dict[str, str], encrypted: bytes) -> Signed:
        """An answer, stamped now, with the nonce and the keys of the question."""
        question = _signed(query, encrypted)
        stamp = str(int(self._clock.now().timestamp()))
        return self._crypt.seal(message, timestamp=stamp, nonce=question.nonce, question=question)

    def refuse(self) -> web.Response:
        """Always the same, and logged at 1, 2, 4, 8 …, so that a flood does not fill the disk."""
        self.refused += 1
        if self.refused & (self.refused - 1) == 0:
            log.warning("callback refused", refused=self.refused, reasons={**self.refusals()})
        return web.Response(status=403)

    def refusals(self) -> Mapping[str, int]:
        """How many so far, by reason."""
        other = self.refused - self._reasons.total()
        return {str(each): number for each, number in [*self._reasons.items(), (Refusal.SHAPE, other)] if number}

    def _count(self, signed: Signed, reason: Refusal) -> None:
        self._reasons[Refusal.CHECK if signed.nonce.startswith(CHECK) else reason] += 1

    def _is_fresh(self, timestamp: str) -> bool:
        if not (timestamp.isascii() and timestamp.isdigit()) or len(timestamp) > STAMP_DIGITS:
            return False
        times = (self._clock.now().timestamp(), self._their_time())
        return any(now is not None and abs(now - int(timestamp)) <= self._fresh for now in times)


def _signed(query: dict[str, str], encrypted: bytes) -> Signed:
    return Signed(query.get("msg_signature", ""), query.get("timestamp", ""), query.get("nonce", ""), encrypted)
