"""Values of the shapes as JSON text and back: `["ClassName", {fields}]`."""

from typing import Any

import msgspec

from bot.shapes import incoming, outgoing

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode
_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        incoming.Incoming,
        outgoing.Text,
        outgoing.Markdown,
        outgoing.Card,
        outgoing.Attachment,
        outgoing.ToPerson,
        outgoing.ToPeople,
        outgoing.ToGroup,
        outgoing.ToAsker,
        outgoing.ToCard,
    )
}


def dump(value: object) -> str:
    """A known shape as JSON text."""
    name = type(value).__name__
    if _CLASSES.get(name) is not type(value):
        raise TypeError(f"{name} is not a shape that is stored")
    return _encode((name, value)).decode()


def load(text: str) -> Any:
    """The value that `dump` wrote; an old field that is gone is ignored, a new one has its default.

    Raises ValueError for what another version wrote and this one can't read.
    """
    try:
        match _decode(text):
            case [str(name), fields] if name in _CLASSES:
                return msgspec.convert(fields, _CLASSES[name])
    except RecursionError:  # nested without end
        raise ValueError("not a shape that is stored") from None
    raise ValueError("not a shape that is stored")
