"""A board: a few big numbers, a table below them, and a list of what is late. As wide as a chat on a phone shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.pictures.svg import FAINT, GRID, INK, document, element, shortened, text, width_of

WIDTH: Final = 480
MARGIN: Final = 20
TILES: Final = 76  # where the big numbers begin
TILE: Final = 74  # high
TABLE: Final = TILES + TILE + 24
ROW: Final = 34
NAME: Final = 132.0  # the first column
LINE: Final = 50  # of the list: two lines of text
MOST_ROWS: Final = 20
MOST_LATE: Final = 8
LATE: Final = "#C62828"  # said in words as well: not told apart by colour alone
PALE: Final = "#FDECEA"


@dataclass(frozen=True, slots=True)
class Tile:
    name: str
    value: str
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """`cells`: one for each column; those of a column that alarms are red where they aren't empty or 0."""

    name: str
    cells: Sequence[str]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Late:
    """`what` and, below it, `how`."""

    what: str
    how: str


def board_picture(
    title: str,
    tiles: Sequence[Tile],
    columns: Sequence[str],
    lines: Sequence[Line],
    *,
    alarming: int | None = None,
    late: Sequence[Late] = (),
    heading: str = "",
    note: str = "",
    nothing: str = "暂无数据",
) -> str:
    """SVG. `alarming`: the column that says what is late; `heading` stands over the list of it, `note` below the title.

    Rows beyond those that fit are counted in a last one. Raises ValueError for a row without a cell for each column.
    """
    if any(len(line.cells) != len(columns) for line in lines):
        raise ValueError("each row has one cell per column")
    shown, rest = list(lines[:MOST_ROWS]), len(lines) - MOST_ROWS
    bottom = TABLE + ROW * (max(len(shown), 1) + 1 + (rest > 0))
    listed = late[:MOST_LATE]
    parts = [
        text(shortened(title, WIDTH - 2 * MARGIN, 22), MARGIN, 38, size=22),
        text(shortened(note, WIDTH - 2 * MARGIN, 14), MARGIN, 62, size=14, fill=FAINT) if note else "",
        *_tiles(tiles),
        *_head(columns),
        *(part for at, line in enumerate(shown, 1) for part in _row(line, len(columns), TABLE + ROW * at, alarming)),
        "" if shown else text(nothing, WIDTH / 2, TABLE + ROW * 1.7, anchor="middle", fill=FAINT),
        text(f"还有 {rest} 行没有画出", MARGIN, bottom - 10, size=14, fill=FAINT) if rest > 0 else "",
        *_late(listed, bottom, heading, more=len(late) - len(listed)),
    ]
    height = bottom + (44 + LINE * len(listed) + (24 if len(late) > len(listed) else 0) if listed else 0) + MARGIN
    return document(parts, width=WIDTH, height=height)


def _tiles(tiles: Sequence[Tile]) -> Iterator[str]:
    wide = (WIDTH - 2 * MARGIN - 10 * (len(tiles) - 1)) / max(len(tiles), 1)
    for place, tile in enumerate(tiles):
        x = MARGIN + place * (wide + 10)
        ink, ground = (LATE, PALE) if tile.alarming else (INK, "#F3F6F9")
        yield element("rect", x=x, y=TILES, width=wide, height=TILE, rx=8, fill=ground)
        yield text(tile.value, x + wide / 2, TILES + 38, size=30, anchor="middle", fill=ink)
        yield text(tile.name, x + wide / 2, TILES + 62, size=14, anchor="middle", fill=ink if tile.alarming else FAINT)


def _head(columns: Sequence[str]) -> Iterator[str]:
    for place, name in enumerate(columns):
        yield text(name, _x(place, len(columns)), TABLE + 22, size=14, anchor="middle", fill=FAINT)
    yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=TABLE + ROW, y2=TABLE + ROW, stroke=GRID, stroke_width=2)


def _row(line: Line, columns: int, y: float, alarming: int | None) -> Iterator[str]:
    if line.strong:
        yield element("rect", x=MARGIN, y=y + 1, width=WIDTH - 2 * MARGIN, height=ROW - 2, fill="#F3F6F9")
    yield text(shortened(line.name, NAME), MARGIN + 4, y + 23)
    for place, cell in enumerate(line.cells):
        red = place == alarming and cell not in ("", "0")
        x = _x(place, columns)
        if red:
            wide = max(width_of(cell), 16) + 14
            yield element("rect", x=x - wide / 2, y=y + 5, width=wide, height=ROW - 10, rx=6, fill=LATE)
        ink = "#ffffff" if red else FAINT if cell in ("", "0") else INK
        yield text(cell or "0", x, y + 23, anchor="middle", fill=ink)
    yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=y + ROW, y2=y + ROW, stroke=GRID, stroke_width=1)


def _late(listed: Sequence[Late], top: float, heading: str, *, more: int) -> Iterator[str]:
    if not listed:
        return
    yield text(heading, MARGIN, top + 32, size=17, fill=LATE)
    for place, each in enumerate(listed):
        y = top + 44 + LINE * place
        yield element("rect", x=MARGIN, y=y + 4, width=4, height=LINE - 10, fill=LATE)
        yield text(shortened(each.what, WIDTH - 2 * MARGIN - 16), MARGIN + 14, y + 20)
        yield text(shortened(each.how, WIDTH - 2 * MARGIN - 16, 14), MARGIN + 14, y + 40, size=14, fill=LATE)
    if more > 0:
        yield text(f"还有 {more} 条", MARGIN + 14, top + 44 + LINE * len(listed) + 16, size=14, fill=FAINT)


def _x(place: int, columns: int) -> float:
    """The middle of a column."""
    left = MARGIN + NAME + 4
    return left + (WIDTH - MARGIN - left) * (place + 0.5) / columns
