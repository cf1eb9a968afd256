"""Writes the XML that WeCom would send, from values that a property test made up."""

from collections.abc import Mapping, Sequence

Renderable = str | int | Mapping[str, "Renderable"] | Sequence["Renderable"]


def render(fields: Mapping[str, Renderable]) -> bytes:
    """Numbers bare, words in CDATA that no word can end, sequences as repeated tags."""
    return f"<xml>{_children(fields)}</xml>".encode()


def _children(fields: Mapping[str, Renderable]) -> str:
    return "".join(_element(name, value) for name, value in fields.items())


def _element(name: str, value: Renderable) -> str:
    if isinstance(value, str):
        inner = "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>"
    elif isinstance(value, int):
        inner = str(value)
    elif isinstance(value, Mapping):
        inner = _children(value)
    else:
        return "".join(_element(name, item) for item in value)
    return f"<{name}>{inner}</{name}>"
