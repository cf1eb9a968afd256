"""`/wecom/bot`: what WeCom tells the AI bot in callback mode (D-101033, D-100719), and the answers it takes along.

The same checks as the app's callback; stored and committed, only then answered. The response is held open a moment, so
that a quick answer leaves with it and nobody sees a receipt. What takes longer gets a stream's first frame, and WeCom
comes back for the rest. After a restart the answer is looked up where it was stored.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import msgspec
import structlog
from aiohttp import web

from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Attachment, Content
from bot.shapes.ports import Answers, Clock, Intake
from bot.shapes.queue import NotKeptError
from bot.shapes.records.pipeline import Files
from bot.wecom.aibot.bubbles import Bubble, Bubbles, happens
from bot.wecom.aibot.callback_channel import BY_URL
from bot.wecom.aibot.frames import Body, Frame
from bot.wecom.aibot.handles import Asked, CallbackHandle, handle
from bot.wecom.aibot.incoming import incoming
from bot.wecom.aibot.replies import SEE_BELOW, SETTLED, answer, closing, receipt
from bot.wecom.body import BODY_LIMIT, bounded_body
from bot.wecom.envelope import encrypted_member, query_of
from bot.wecom.gate import Gate, RefusedError
from bot.wecom.ids import key_of

PATH: Final = "/wecom/bot"
HELD: Final = (0.1, 0.3, 0.6, 1.0)  # seconds between looks whether an answer may yet come; WeCom waits five in all

log = structlog.get_logger(__name__)


class BotCallback:
    """Handlers for GET and POST. `held`: how long a response waits for its answer."""

    def __init__(
        self,
        gate: Gate,
        bubbles: Bubbles,
        *,
        intake: Intake,
        answers: Answers,
        files: Files,
        clock: Clock,
        held: Sequence[float] = HELD,
    ) -> None:
        self._gate = gate
        self._bubbles = bubbles
        self._intake = intake
        self._answers = answers
        self._files = files
        self._clock = clock
        self._held = held

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self._gate.verify, allow_head=False), web.post(PATH, self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        """A message or event, stored when this answers 200; or a poll for a stream's next state."""
        body = await bounded_body(request, limit=BODY_LIMIT)
        if body is None:
            return web.Response(status=413)
        query = query_of(request.raw_path)
        try:
            encrypted = _encrypted(body)
            told = _object(self._gate.open(query, encrypted))
        except RefusedError:
            return self._gate.refuse()
        try:
            said = await self._answered(told)
        except NotKeptError:  # said once, by who kept the others; nginx takes this status for no failure of ours
            return web.Response(status=429)
        except Exception:
            log.exception("not stored: WeCom will send it again", msgid=told.get("msgid"))
            return web.Response(status=500)
        return self._sealed(said, query, encrypted) if said else web.Response()

    def _sealed(self, said: Body, query: dict[str, str], encrypted: bytes) -> web.Response:
        sealed = self._gate.seal(msgspec.json.encode(said), query, encrypted)
        outer = {
            "encrypt": sealed.encrypted.decode(),
            "msgsignature": sealed.signature,
            "timestamp": int(sealed.timestamp),
            "nonce": sealed.nonce,
        }
        return web.Response(body=msgspec.json.encode(outer), content_type="application/json")

    async def _answered(self, told: Body) -> Body | None:
        if told.get("msgtype") == "stream":
            stream = told.get("stream")
            return await self._polled(str(stream.get("id", ""))) if isinstance(stream, dict) else None
        msg_id = str(told.get("msgid") or "")
        heard = incoming(Frame(msg_id, body=told), at=self._clock.now()) if msg_id else None
        if heard is None:
            return None
        asked = _question(heard, msg_id, told)
        return await self._first(asked, replace(heard, handle=str(asked)))

    async def _first(self, asked: CallbackHandle, heard: Incoming) -> Body | None:
        """The response to the question itself; to a copy of it the same again."""
        is_new = await self._intake.take(heard)
        bubble = self._bubbles.of(asked.msg_id)
        if not is_new:
            await self._recall(bubble, heard.key)
        coming = await self._wait(bubble, heard.key)
        content = bubble.take()
        if content:
            return await self._shown(asked, content, streaming=bubble.streaming)
        if asked.asked is Asked.MESSAGE and coming and not bubble.shut:
            bubble.streaming = True
            return receipt(asked.msg_id)
        bubble.shut = True
        return None

    async def _polled(self, msg_id: str) -> Body:
        bubble, key = self._bubbles.of(msg_id), key_of("bot", msg_id)
        bubble.streaming = True
        await self._recall(bubble, key)
        coming = await self._wait(bubble, key)
        content = bubble.take()
        if content:
            return await self._shown(CallbackHandle(Asked.MESSAGE, msg_id), content, streaming=True)
        if bubble.shut:
            return closing(msg_id, SEE_BELOW)
        return receipt(msg_id) if coming else closing(msg_id, SETTLED)

    async def _shown(self, asked: CallbackHandle, content: Content, *, streaming: bool) -> Body:
        picture = await self._files.read(content.file) if isinstance(content, Attachment) else None
        return answer(asked, content, streaming=streaming, picture=picture)

    async def _wait(self, bubble: Bubble, key: str) -> bool:
        """Until there is an answer, or none will come; whether one may come yet."""
        for pause in self._held:
            if bubble.shut or await happens(bubble.offered, within=pause):
                return True
            if not await self._answers.answer_may_come(key):
                return False
        return True

    async def _recall(self, bubble: Bubble, key: str) -> None:
        """What was said before this process started."""
        said = await self._answers.answered(key) if bubble.is_open else None
        if said is None or not bubble.is_open:
            return
        if said.receipt == BY_URL:
            bubble.shut = True
        else:
            bubble.known(said.content)


def _question(heard: Incoming, msg_id: str, told: Body) -> CallbackHandle:
    asked = handle(heard.handle)
    url = told.get("response_url")
    return CallbackHandle(
        asked.asked if asked else Asked.MESSAGE,
        msg_id,
        asked.task_id if asked else "",
        url if isinstance(url, str) else "",
    )


def _encrypted(body: bytes) -> bytes:
    encrypted = encrypted_member(body)
    if encrypted is None:
        raise RefusedError
    return encrypted


def _object(data: bytes) -> Body:
    try:
        told = msgspec.json.decode(data)
    except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested without end
        raise RefusedError from None
    if not isinstance(told, dict):
        raise RefusedError
    return told
