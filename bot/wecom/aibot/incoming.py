"""What a callback on the long connection means to us (D-100719 messages, D-101027 events)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from bot.identifiers import ChatId, UserId, is_encrypted, user_id
from bot.shapes.incoming import Incoming, Kind, Picture, Press, Via
from bot.wecom.aibot.frames import Body, Frame
from bot.wecom.aibot.handles import Asked, Handle
from bot.wecom.cards import original
from bot.wecom.ids import is_chat, is_user, key_of
from bot.wecom.texts import heard

EVENTS: Final = {"enter_chat": Kind.ENTER, "template_card_event": Kind.PRESS}


def incoming(frame: Frame, *, at: datetime) -> Incoming | None:
    """None where nobody is named who could have said it, or no chat in which it was."""
    body = frame.body
    named = _text(_object(body.get("from")).get("userid"))
    sender = UserId(named) if is_encrypted(named) else user_id(named)
    chat = ChatId(_text(body.get("chatid"))) if body.get("chattype") == "group" else None
    if not is_user(sender) or (chat is not None and not is_chat(chat)):
        return None
    kind, pictures = _kind(frame), tuple(_pictures(body))
    pressed = _object(_object(body.get("event")).get("template_card_event"))
    return Incoming(
        key=key_of("bot", _text(body.get("msgid")) or frame.req_id),
        via=Via.BOT,
        kind=kind,
        sender=sender,
        at=at,
        text=heard(_words(body)),
        chat=chat,
        quote=heard(_words(_object(body.get("quote")))) or None,
        press=_press(pressed) if kind is Kind.PRESS else None,
        pictures=pictures,
        documents=tuple(_documents(body)),
        handle=str(_handle(frame, kind, pressed)),
    )


def _kind(frame: Frame) -> Kind:
    msg_type = frame.body.get("msgtype")
    if msg_type == "event":
        return EVENTS.get(frame.event, Kind.OTHER)
    if msg_type in ("text", "voice", "mixed") and _words(frame.body):
        return Kind.TEXT
    return Kind.MEDIA if msg_type in ("image", "mixed", "file", "video", "voice") else Kind.OTHER


def _handle(frame: Frame, kind: Kind, pressed: Body) -> Handle:
    asked = {Kind.ENTER: Asked.ENTER, Kind.PRESS: Asked.PRESS}.get(kind, Asked.MESSAGE)
    return Handle(asked, frame.req_id, _text(pressed.get("task_id")))


def _words(message: Body) -> str:
    """The words of a message or of a quoted one; WeCom has already written down what was spoken."""
    match message.get("msgtype"):
        case "text" | "voice" as kind:
            return _text(_object(message.get(kind)).get("content"))
        case "mixed":
            return "\n".join(words for item in _items(message) if (words := _words(item)))
        case _:
            return ""


def _pictures(message: Body) -> Iterator[Picture]:
    for item in (message, *_items(message)):
        image = _object(item.get("image"))
        if item.get("msgtype") == "image" and image.get("url"):
            yield Picture(url=_text(image["url"]), aes_key=_text(image.get("aeskey")) or None)


def _documents(message: Body) -> Iterator[Picture]:
    """Only in private chats does a bot hear them; without their names (D-100719)."""
    file = _object(message.get("file"))
    if message.get("msgtype") == "file" and file.get("url"):
        yield Picture(url=_text(file["url"]), aes_key=_text(file.get("aeskey")) or None)


def _press(event: Body) -> Press:
    items = _list(_object(event.get("selected_items")).get("selected_item"))
    selected = {_text(item.get("question_key")): _options(item) for item in map(_object, items)}
    return Press(original(_text(event.get("task_id"))), _text(event.get("event_key")), selected)


def _options(item: Body) -> tuple[str, ...]:
    return tuple(_text(option) for option in _list(_object(item.get("option_ids")).get("option_id")))


def _items(message: Body) -> list[Body]:
    return [_object(item) for item in _list(_object(message.get("mixed")).get("msg_item"))]


def _object(value: Any) -> Body:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
