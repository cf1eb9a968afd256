"""`/wecom/app`: what WeCom tells the self-built app (D-90930, D-90238).

Signature, freshness, decryption, parsing, storage, and only then 200. WeCom gives us five seconds and takes anything
but 200 as "send it again".
"""

from typing import Final

import structlog
from aiohttp import web

from bot.shapes.incoming import Incoming
from bot.shapes.ports import Clock, Intake
from bot.shapes.queue import NotKeptError
from bot.wecom.app import xml
from bot.wecom.app.incoming import MeaninglessError, incoming
from bot.wecom.body import BODY_LIMIT, bounded_body
from bot.wecom.envelope import encrypted_part, query_of
from bot.wecom.gate import Gate, RefusedError

PATH: Final = "/wecom/app"

log = structlog.get_logger(__name__)


class AppCallback:
    """Handlers for GET and POST."""

    def __init__(self, gate: Gate, *, intake: Intake, clock: Clock) -> None:
        self._gate = gate
        self._intake = intake
        self._clock = clock

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self._gate.verify, allow_head=False), web.post(PATH, self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        """One message or event: stored when this answers 200. A copy of a stored one is answered alike.

        What is from WeCom and says nothing is answered alike too: sent again it would say no more.
        """
        body = await bounded_body(request, limit=BODY_LIMIT)
        if body is None:
            return web.Response(status=413)
        try:
            message = self._understand(query_of(request.raw_path), body)
        except RefusedError:
            return self._gate.refuse()
        except MeaninglessError:
            return web.Response()
        try:
            await self._intake.take(message)
        except NotKeptError:  # said once, by who kept the others; nginx takes this status for no failure of ours
            return web.Response(status=429)
        except Exception:
            log.exception("not stored: WeCom will send it again", key=message.key)
            return web.Response(status=500)
        return web.Response()

    def _understand(self, query: dict[str, str], body: bytes) -> Incoming:
        encrypted = encrypted_part(body)
        if encrypted is None:
            raise RefusedError
        document = self._gate.open(query, encrypted)
        try:
            return incoming(xml.parse(document), at=self._clock.now())
        except xml.XmlError:
            raise RefusedError from None
