"""A table for a terminal, where a Han character is as wide as two others."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

_GAP: Final = "  "


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A line each, the columns under each other; nothing at all without rows."""
    if not rows:
        return
    widths = [max(map(width, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, ["─" * each for each in widths], *rows):
        yield _GAP.join(_padded(cell, most) for cell, most in zip(row, widths, strict=True)).rstrip()


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _padded(cell: str, most: int) -> str:
    return cell + " " * (most - width(cell))
