"""The few SVG elements that charts are made of, as text; whatever people wrote is escaped here."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from bot.patterns import regex

INK: Final = "#1f2933"
FAINT: Final = "#5f6b7a"
GRID: Final = "#d9dfe6"
# Okabe and Ito's colours, which colour-blind readers tell apart; the pale yellow of the eight is left out on white.
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")

_NOT_XML: Final = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = Mapping[str, str | float]


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """`stroke_width=2` becomes `stroke-width="2"`."""
    words = "".join(f" {key.replace('_', '-')}={quoteattr(_number(value))}" for key, value in attributes.items())
    return f"<{name}{words}>{content}</{name}>" if content else f"<{name}{words}/>"


def text(words: str, x: float, y: float, *, size: float = 16, anchor: str = "start", fill: str = INK) -> str:
    """`y` is the base line; `anchor` is start, middle or end."""
    return element("text", escape(_NOT_XML.sub("", words)), x=x, y=y, font_size=size, text_anchor=anchor, fill=fill)


def document(parts: Sequence[str], *, width: int, height: int) -> str:
    """A whole picture on white."""
    ground = element("rect", width=width, height=height, fill="#ffffff")
    return element(
        "svg",
        "".join([ground, *parts]),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
    )


def width_of(words: str, size: float = 16) -> float:
    """About how many pixels; Chinese characters are as wide as they are high."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.58 for each in words) * size


def shortened(words: str, room: float, size: float = 16) -> str:
    """As much of it as `room` pixels hold, with … where something is missing."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(words + "…", size) > room:
        words = words[:-1]
    return words + "…"


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.4g}" if abs(value) < 1000 else f"{value:.0f}"
