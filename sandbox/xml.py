"""WeCom's XML: nested elements, text in CDATA, lists as repeated elements."""

from typing import Any
from xml.parsers import expat

from sandbox.json_types import Json


def render(tag: str, value: Any) -> str:
    """One element. Integers go bare, text as CDATA, a list repeats its tag, a dict nests."""
    if isinstance(value, list):
        return "".join(render(tag, item) for item in value)
    if isinstance(value, dict):
        inner = "".join(render(key, item) for key, item in value.items())
    elif isinstance(value, int):
        inner = str(value)
    else:
        inner = "<![CDATA[" + str(value).replace("]]>", "]]]]><![CDATA[>") + "]]>"
    return f"<{tag}>{inner}</{tag}>"


class _Builder:
    """Collects expat's events into dicts; an element met twice becomes a list."""

    def __init__(self) -> None:
        self.root: Json = {}
        self._stack: list[tuple[Json, list[str]]] = [(self.root, [])]

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._stack.append(({}, []))

    def text(self, data: str) -> None:
        self._stack[-1][1].append(data)

    def end(self, tag: str) -> None:
        children, texts = self._stack.pop()
        value: Any = children or "".join(texts)
        parent = self._stack[-1][0]
        if tag not in parent:
            parent[tag] = value
        elif isinstance(parent[tag], list):
            parent[tag].append(value)
        else:
            parent[tag] = [parent[tag], value]


def parse(text: str) -> Json:
    """The children of the root element. ValueError when it is no XML."""
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.StartElementHandler = builder.start
    parser.CharacterDataHandler = builder.text
    parser.EndElementHandler = builder.end
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise ValueError(f"not XML: {error}") from error
    inner = next(iter(builder.root.values()))
    return inner if isinstance(inner, dict) else {}
