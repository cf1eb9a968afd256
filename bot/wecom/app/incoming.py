"""What a decrypted app callback means to us (D-90239 messages, D-90240 events, D-90970 contacts)."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from bot.identifiers import user_id
from bot.shapes.incoming import Incoming, Kind, Picture, Press, Via
from bot.wecom.app.xml import Node, Tree
from bot.wecom.cards import original
from bot.wecom.ids import is_user, key_of
from bot.wecom.texts import heard

KINDS: Final = {
    "text": Kind.TEXT,
    "image": Kind.MEDIA,
    "voice": Kind.MEDIA,
    "video": Kind.MEDIA,
    "file": Kind.MEDIA,
}
EVENTS: Final = {
    "template_card_event": Kind.PRESS,
    "enter_agent": Kind.ENTER,
    "change_contact": Kind.CONTACTS,
}
# What tells two events of one person in one second apart (D-90968 names only the first two).
IDENTITY: Final = ("FromUserName", "CreateTime", "MsgType", "Event", "ChangeType", "EventKey", "TaskId")


class MeaninglessError(ValueError):
    """Authentic, but neither a message nor an event as documented."""


def incoming(message: Tree, *, at: datetime) -> Incoming:
    """Raises MeaninglessError where sender or type is missing."""
    sender, msg_type = user_id(text_of(message, "FromUserName")), text_of(message, "MsgType")
    if not is_user(sender) or not msg_type:
        raise MeaninglessError("no sender or no type")
    kind = _kind(message, msg_type)
    return Incoming(
        key=_key(message, kind),
        via=Via.APP,
        kind=kind,
        sender=sender,
        at=at,
        text=_text(message, kind),
        press=_press(message) if kind is Kind.PRESS else None,
        pictures=_pictures(message) if msg_type == "image" else (),
        handle=text_of(message, "ResponseCode") or None,
    )


def text_of(tree: Tree, name: str) -> str:
    """A leaf's text; empty where it is missing or not a leaf."""
    node = tree.get(name, "")
    return node if isinstance(node, str) else ""


def _kind(message: Tree, msg_type: str) -> Kind:
    if msg_type == "event":
        return EVENTS.get(text_of(message, "Event"), Kind.OTHER)
    return KINDS.get(msg_type, Kind.OTHER)


def _key(message: Tree, kind: Kind) -> str:
    if msg_id := text_of(message, "MsgId"):
        return key_of("app", msg_id)
    # Two changes of one member in one second are two changes, so for contacts every field counts.
    names = sorted(message) if kind is Kind.CONTACTS else IDENTITY
    fields = repr([(name, message.get(name)) for name in names])
    digest = hashlib.blake2b(fields.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"app:event:{digest}"


def _text(message: Tree, kind: Kind) -> str:
    if kind is Kind.CONTACTS:
        subject = text_of(message, "UserID") or text_of(message, "Id") or text_of(message, "TagId")
        return f"{text_of(message, 'ChangeType')}:{subject}"
    return heard(text_of(message, "Content"))


def _press(message: Tree) -> Press:
    selected: dict[str, tuple[str, ...]] = {}
    for items in _trees(message.get("SelectedItems")):
        for item in _trees(items.get("SelectedItem")):
            chosen = [_leaves(options.get("OptionId")) for options in _trees(item.get("OptionIds"))]
            selected[text_of(item, "QuestionKey")] = tuple(option for options in chosen for option in options)
    return Press(original(text_of(message, "TaskId")), text_of(message, "EventKey"), selected)


def _pictures(message: Tree) -> tuple[Picture, ...]:
    return (Picture(url=text_of(message, "PicUrl"), media_id=text_of(message, "MediaId") or None),)


def _trees(node: Node | None) -> Iterator[Tree]:
    """Each tree of what may be none, one or several."""
    for item in node if isinstance(node, list) else [node]:
        if isinstance(item, dict):
            yield item


def _leaves(node: Node | None) -> tuple[str, ...]:
    nodes = node if isinstance(node, list) else [node]
    return tuple(item for item in nodes if isinstance(item, str))
