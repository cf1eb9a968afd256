"""Months as a wall calendar shows them: 休 on days off, 班 on days of rest that are worked; one month, or a year.

Not told apart by colour alone: each day that isn't as usual carries its sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from bot.pictures.svg import FAINT, GRID, INK, document, element, shortened, text

WIDTH: Final = 480  # as wide as charts
MARGIN: Final = 24
HEAD: Final = 60  # the title
KEY: Final = 44  # what the signs mean
GAP: Final = 24  # between months
WEEK: Final = "一二三四五六日"
COLUMNS: Final = 7
BIG: Final = 40.0  # a cell with room for a name
TITLE: Final = 24.0  # of a month


class Look(Enum):
    """Its sign, what the key says of it, the colour of the cell, that of the number."""

    WORKED = ("", "", "none", INK)
    REST = ("", "", "none", FAINT)
    STATUTORY = ("休", "法定节假日", "#D55E00", "#ffffff")
    OFF = ("休", "放假", "#F8D9C4", INK)
    EXCHANGED = ("班", "调休上班", "#CFE3F2", INK)
    COMPANY = ("休", "公司放假", "#BFE5D8", INK)
    HALF = ("半", "放半天", "#E3F3ED", INK)
    PARTIAL = ("部", "部分人放半天", "#F1F3F5", INK)

    @property
    def sign(self) -> str:
        return self.value[0]

    @property
    def meaning(self) -> str:
        return self.value[1]

    @property
    def fill(self) -> str:
        return self.value[2]

    @property
    def ink(self) -> str:
        return self.value[3]


@dataclass(frozen=True, slots=True)
class Cell:
    look: Look
    name: str = ""  # of the holiday; shown where there is room


@dataclass(frozen=True, slots=True)
class Month:
    """`title` may be empty where the picture's says it. `first`: the weekday of its first day, 0 for Monday.

    `cells`: each of its days in order.
    """

    title: str
    first: int
    cells: tuple[Cell, ...]

    @property
    def weeks(self) -> int:
        return -(-(self.first + len(self.cells)) // COLUMNS)


def months_picture(title: str, months: Sequence[Month], *, note: str = "") -> str:
    """SVG. One month fills the picture, several stand in two columns. `note`: a line below the title."""
    columns = 1 if len(months) == 1 else 2
    size = (WIDTH - 2 * MARGIN - GAP * (columns - 1)) / columns / COLUMNS
    parts = [text(shortened(title, WIDTH - 2 * MARGIN, 22), MARGIN, 40, size=22)]
    if note:
        parts.append(text(shortened(note, WIDTH - 2 * MARGIN, 14), MARGIN, 64, size=14, fill=FAINT))
    y = float(HEAD + (20 if note else 0))
    for start in range(0, len(months), columns):
        row = months[start : start + columns]
        for number, month in enumerate(row):
            parts += _month(month, MARGIN + number * (size * COLUMNS + GAP), y, size)
        y += max(_height(month, size) for month in row) + GAP / 2
    parts += _key({cell.look for month in months for cell in month.cells}, y)
    return document(parts, width=WIDTH, height=int(y) + KEY)


def _height(month: Month, size: float) -> float:
    return _above(month, size) + size * month.weeks


def _above(month: Month, size: float) -> float:
    """Its title, where it has one, and the names of the weekdays."""
    return (TITLE if month.title else 0) + (size * 0.7 if size < BIG else TITLE)


def _month(month: Month, x: float, y: float, size: float) -> Iterator[str]:
    yield text(month.title, x, y + 18, size=16) if month.title else ""
    top = y + _above(month, size)
    for column, name in enumerate(WEEK):
        middle = x + (column + 0.5) * size
        yield text(name, middle, top - 6, size=min(size * 0.38, 16), anchor="middle", fill=FAINT)
    for number, cell in enumerate(month.cells, month.first):
        place = x + number % COLUMNS * size, top + number // COLUMNS * size
        yield from _cell(cell, str(number - month.first + 1), *place, size)


def _cell(cell: Cell, number: str, x: float, y: float, size: float) -> Iterator[str]:
    look, inner = cell.look, size - 2
    if look.fill != "none":
        yield element("rect", x=x + 1, y=y + 1, width=inner, height=inner, rx=4, fill=look.fill)
    big = size > BIG
    line = y + size * (0.5 if big and cell.name else 0.66)
    middle, high = x + size * (0.4 if look.sign else 0.5), size * (0.34 if big else 0.42)
    yield text(number, middle, line, size=high, anchor="middle", fill=look.ink)
    if look.sign:
        yield text(look.sign, x + size - 3, y + size * 0.3, size=size * 0.24, anchor="end", fill=look.ink)
    if big and cell.name:
        words = shortened(cell.name, inner - 4, size * 0.2)
        yield text(words, x + size / 2, y + size * 0.84, size=size * 0.2, anchor="middle", fill=look.ink)


def _key(looks: set[Look], y: float) -> Iterator[str]:
    x = float(MARGIN)
    for look in (each for each in Look if each.meaning and each in looks):
        yield element("rect", x=x, y=y + 10, width=16, height=16, rx=3, fill=look.fill, stroke=GRID)
        if look.sign:
            yield text(look.sign, x + 8, y + 22, size=11, anchor="middle", fill=look.ink)
        yield text(look.meaning, x + 21, y + 23, size=13, fill=FAINT)
        x += 21 + 13 * len(look.meaning) + 12
