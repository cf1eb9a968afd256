"""What an AI bot answers to a callback (D-101031): encrypted JSON with the nonce of the request, or nothing."""

import json

from sandbox.aibot import events
from sandbox.aibot.line import Kind, Request
from sandbox.aibot.respond import reply
from sandbox.aibot.streams import write
from sandbox.app_callback.address import Address
from sandbox.crypto import CryptoError
from sandbox.errors import WRONG_SHAPE, ApiError
from sandbox.json_types import Json
from sandbox.outbound import Answer
from sandbox.platform.contents import part
from sandbox.world import World


def take_reply(world: World, address: Address, request: Request, answer: Answer, *, polled: str = "") -> None:
    """Show it; nothing for an empty body, a plain `success`, or an encrypted `{}`.

    `polled` is the stream that was asked for.

    A reply that is not usable is dropped with a word why: the person sees nothing, and the bot is not told.
    """
    if not answer.text.lstrip().startswith("{"):
        return
    try:
        body = _open(address, answer)
        if body:
            _apply(world, request, body, polled)
    except (CryptoError, ApiError, *WRONG_SHAPE) as error:
        why = f"the reply to the callback was not usable: {error}"
        world.journal.add("dropped", via="bot", msgid=request.msgid, why=why)


def _open(address: Address, answer: Answer) -> Json:
    """`timestamp` is a number on the official page; a text of digits signs the same and is taken too."""
    outer = json.loads(answer.text)
    if outer["nonce"] != answer.nonce:
        raise ValueError("the nonce is not that of the request")
    cipher = outer["encrypt"]
    plain = address.envelope.open_signed(outer["msgsignature"], str(outer["timestamp"]), outer["nonce"], cipher)
    body = json.loads(plain)
    if not isinstance(body, dict):
        raise TypeError("the reply is not an object")
    return body


def _apply(world: World, request: Request, body: Json, polled: str) -> None:
    if polled or request.kind is Kind.MESSAGE:
        _to_message(world, request, body, polled)
    elif request.kind is Kind.ENTER_CHAT:
        events.welcome_with(world, request, body)
    elif request.kind is Kind.CARD:
        events.update_with(world, request, body)
    else:
        raise ApiError(40008, f"nothing answers a {request.kind}")


def _to_message(world: World, request: Request, body: Json, polled: str) -> None:
    """A stream, a card, or both; the answer to a poll must be about the stream that was asked for."""
    kind = body.get("msgtype")
    if kind in ("stream", "stream_with_template_card"):
        stream = part(body, "stream")
        if polled and stream.get("id") != polled:
            raise ValueError("the stream is not the one that was asked for")
        write(world, request, stream)
    elif kind != "template_card" or polled:
        raise ApiError(40008, str(kind))
    if body.get("template_card") and not request.has_card:
        reply(world, request, {"msgtype": "template_card", "template_card": body["template_card"]})
        request.has_card = True
    request.answered = True
