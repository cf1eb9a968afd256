"""The XML inside an app callback (D-90238..90241).

Only authentic messages come this far, and still: no DTD, no entities, bounded depth and number of elements.
"""

from typing import Final, NoReturn, Union
from xml.parsers import expat

MAX_DEPTH: Final = 12
MAX_ELEMENTS: Final = 2000

Node = Union[str, "Tree", list["Node"]]
Tree = dict[str, Node]


class XmlError(ValueError):
    """Not XML, or more of it than a message needs."""


def parse(document: bytes) -> Tree:
    """The root's children by name. A leaf is its text with every blank kept, a repeated name becomes a list."""
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.texts.append
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(document.decode(), True)  # as text, or a byte order mark would choose the encoding
    except (expat.ExpatError, UnicodeError):
        raise XmlError("not well-formed") from None
    if not isinstance(builder.root, dict):
        raise XmlError("no elements")
    return builder.root


class _Builder:
    """Turns expat's events into a tree. `texts` collects what was read since the last tag."""

    def __init__(self) -> None:
        self.root: Node = ""
        self.texts: list[str] = []
        self._open: list[Tree] = []
        self._count = 0

    def start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) >= MAX_DEPTH:
            raise XmlError("too many or too deep elements")
        self._open.append({})
        self.texts.clear()

    def end(self, name: str) -> None:
        node: Node = self._open.pop() or "".join(self.texts)
        self.texts.clear()
        if self._open:
            _add(self._open[-1], name, node)
        else:
            self.root = node


def _add(tree: Tree, name: str, node: Node) -> None:
    present = tree.get(name)
    if present is None:
        tree[name] = node
    elif isinstance(present, list):
        present.append(node)
    else:
        tree[name] = [present, node]


def _no_doctype(*_declaration: object) -> NoReturn:
    raise XmlError("a DTD")
