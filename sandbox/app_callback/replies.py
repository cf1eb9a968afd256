"""The passive reply (D-90241): encrypted XML in the answer to a callback, shown to the person who wrote or pressed."""

from sandbox import cards, xml
from sandbox.app_callback.address import Address
from sandbox.app_callback.camel import template_card
from sandbox.cardbook import HeldCard, Reader
from sandbox.crypto import CryptoError
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.contents import articles, media_content
from sandbox.showing import change_card, show
from sandbox.texts import cut
from sandbox.world import World

CARD_EVENTS = ("template_card_event", "template_card_menu_event")
ANSWERED_EVENTS = ("subscribe", "enter_agent", "LOCATION", "click", "view", "view_miniprogram", "scancode_waitmsg")


def take_reply(world: World, address: Address, userid: str, message: Json, body: str, *, msgid: str) -> None:
    """Show a reply; nothing for an empty body or a plain `success`. A bad one is dropped with a word why."""
    if not body.lstrip().startswith("<"):
        return
    try:
        reply = _open(address, body)
        _apply(world, userid, message, reply, msgid)
    except (CryptoError, ValueError, KeyError, ApiError) as error:
        world.journal.add("dropped", via="app", msgid=msgid, why=f"the passive reply was not usable: {error}")


def _open(address: Address, body: str) -> Json:
    outer = xml.parse(body)
    inner = address.envelope.open_signed(outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"], outer["Encrypt"])
    return xml.parse(inner)


def _apply(world: World, userid: str, message: Json, reply: Json, msgid: str) -> None:
    kind = reply["MsgType"]
    if kind in ("update_button", "update_template_card"):
        _update_card(world, userid, message, reply, msgid)
        return
    if message["MsgType"] == "event" and message["Event"] not in (*ANSWERED_EVENTS, "template_card_menu_event"):
        raise ValueError(f"a reply of type {kind} to {message['Event']} is not honoured")
    reader = Reader(user=userid)
    if kind == "text":
        show(world, "app", reader, "text", cut(reply["Content"], 2048), in_reply_to=msgid)
    elif kind == "news":
        content = articles(_news(reply), url_required=False)
        show(world, "app", reader, "news", content.text, in_reply_to=msgid)
    else:
        holder = reply[kind.capitalize()]
        lowered = {"media_id": holder["MediaId"], "title": holder.get("Title")}
        content = media_content(lowered, kind, world.media)
        show(world, "app", reader, kind, content.text, url=content.url, in_reply_to=msgid)


def _news(reply: Json) -> Json:
    items = reply["Articles"]["item"]
    items = items if isinstance(items, list) else [items]
    return {"articles": [{key.lower(): value for key, value in item.items()} for item in items]}


def _update_card(world: World, userid: str, message: Json, reply: Json, msgid: str) -> None:
    """For the person who pressed only."""
    if message.get("Event") not in CARD_EVENTS:
        raise ValueError("only an answer to a card's press may change the card")
    card = world.cards.held("app", Reader(user=userid), message["TaskId"])
    if card is None:
        raise ValueError("the card is gone")
    if reply["MsgType"] == "update_button":
        raw = with_replaced_button(card, reply["Button"]["ReplaceName"])
    else:
        raw = template_card(reply["TemplateCard"])
        cards.check(raw, update=True)
    world.ledger.codes[message["ResponseCode"]].used = True
    change_card(world, card, raw, in_reply_to=msgid)


def with_replaced_button(card: HeldCard, text: str) -> Json:
    """The same card, its buttons greyed out under one text."""
    return {**card.raw, "replace_text": text}
