"""The figures of a period: big numbers and how they changed, columns over some periods, a table by department, what to
do about it. As wide as a chat on a phone shows it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.pictures.svg import COLOURS, FAINT, GRID, INK, document, element, shortened, text, width_of

WIDTH: Final = 480
MARGIN: Final = 20
ROOM: Final = WIDTH - 2 * MARGIN
TOP: Final = 80
TILE: Final = 92
A_ROW: Final = 3  # tiles
GAP: Final = 10
CHART: Final = 150  # high, with its heading
BAR: Final = 84  # the highest
ROW: Final = 32
NAME: Final = 150.0
MOST_ROWS: Final = 12
MOST_KINDS: Final = 6
ENTRY: Final = 48  # what is to be done and, below it, how
ALARM: Final = "#C62828"
PALE: Final = "#F3F6F9"
BAND: Final = "#FDECEA"
Drawing = Callable[[float], Iterator[str]]  # from where it begins


@dataclass(frozen=True, slots=True)
class Tile:
    """`change` stands below the number: `比上月 +3`."""

    name: str
    value: str
    change: str = ""
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A period of the chart. `value`: None where it isn't told."""

    name: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Todo:
    """`what` and, below it, `how`."""

    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Figures:
    """`trend` of what `measure` names. `kinds` are a list beside the table, `notes` what is said below it all.
    `most_lines`: rows that the table may have."""

    title: str
    note: str
    tiles: tuple[Tile, ...]
    measure: str = ""
    trend: tuple[Step, ...] = ()
    heading: str = ""
    columns: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    todo: tuple[Todo, ...] = ()
    notes: tuple[str, ...] = ()
    most_lines: int = MOST_ROWS


def figures_picture(figures: Figures) -> str:
    """SVG. Rows beyond those that fit are counted in a last one; the table handed in with it has them all."""
    head = [
        text(shortened(figures.title, ROOM, 22), MARGIN, 38, size=22),
        text(shortened(figures.note, ROOM, 14), MARGIN, 62, size=14, fill=FAINT),
    ]
    y, parts = float(TOP), [*head]
    for height, drawn in _blocks(figures):
        parts += drawn(y)
        y += height
    return document(parts, width=WIDTH, height=int(y) + MARGIN // 2)


def _blocks(figures: Figures) -> Iterator[tuple[float, Drawing]]:
    """What stands below one another: how high it is, and what draws it from there."""
    rows = -(-len(figures.tiles) // A_ROW)
    yield rows * (TILE + GAP), lambda y: _tiles(figures.tiles, y)
    if len(figures.trend) > 1:
        yield CHART, lambda y: _trend(figures.measure, figures.trend, y)
    if figures.kinds:
        yield 44 + ROW * min(len(figures.kinds), MOST_KINDS), lambda y: _kinds(figures.kinds, y)
    if figures.lines:
        more = len(figures.lines) > figures.most_lines
        shown = min(len(figures.lines), figures.most_lines)
        yield 44 + ROW * (shown + more), lambda y: _table(figures, y)
    if figures.facts:
        yield 12 + 24 * len(figures.facts), lambda y: _said(figures.facts, y + 18, 15, INK, 24)
    if figures.todo:
        yield 44 + ENTRY * len(figures.todo), lambda y: _todo(figures.todo, y)
    if figures.notes:
        lines = [line for note in figures.notes for line in wrapped(note, ROOM, 13)]
        yield 14 + 20 * len(lines), lambda y: _said(lines, y + 18, 13, FAINT, 20)


def _tiles(tiles: Sequence[Tile], top: float) -> Iterator[str]:
    for place, tile in enumerate(tiles):
        row, column = divmod(place, A_ROW)
        across = min(A_ROW, len(tiles))
        wide = (ROOM - GAP * (across - 1)) / across
        x, y = MARGIN + column * (wide + GAP), top + row * (TILE + GAP)
        ink, ground = (ALARM, BAND) if tile.alarming else (INK, PALE)
        yield element("rect", x=x, y=y, width=wide, height=TILE, rx=8, fill=ground)
        yield text(shortened(tile.name, wide - 8, 14), x + wide / 2, y + 22, size=14, anchor="middle", fill=FAINT)
        size = 28 if width_of(tile.value, 28) <= wide - 8 else 19
        yield text(shortened(tile.value, wide - 8, size), x + wide / 2, y + 56, size=size, anchor="middle", fill=ink)
        if tile.change:
            yield text(shortened(tile.change, wide - 8, 13), x + wide / 2, y + 80, size=13, anchor="middle", fill=FAINT)


def _trend(measure: str, steps: Sequence[Step], top: float) -> Iterator[str]:
    yield text(shortened(measure, ROOM, 15), MARGIN, top + 18, size=15)
    base, highest = top + 26 + 16 + BAR, max([each.value or 0 for each in steps] + [1])
    wide = ROOM / len(steps)
    yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=base, y2=base, stroke=GRID, stroke_width=1)
    for place, step in enumerate(steps):
        middle, last = MARGIN + wide * (place + 0.5), place == len(steps) - 1
        if step.value is None:
            yield text("·", middle, base - 6, size=18, anchor="middle", fill=FAINT)
        else:
            high = BAR * step.value / highest
            thick = min(wide * 0.55, 44.0)
            fill = COLOURS[0] if last else "#9BBFD9"
            yield element(
                "rect", x=middle - thick / 2, y=base - max(high, 1), width=thick, height=max(high, 1), fill=fill
            )
            yield text(f"{step.value:.0f}", middle, base - max(high, 1) - 5, size=13, anchor="middle")
        yield text(step.name, middle, base + 18, size=13, anchor="middle", fill=INK if last else FAINT)


def _kinds(kinds: Sequence[tuple[str, str]], top: float) -> Iterator[str]:
    yield text("按类别", MARGIN, top + 24, size=15)
    yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=top + 34, y2=top + 34, stroke=GRID, stroke_width=2)
    shown = kinds[:MOST_KINDS]
    if len(kinds) > MOST_KINDS:
        shown = [*kinds[: MOST_KINDS - 1], (f"其余 {len(kinds) - MOST_KINDS + 1} 类", "见表格")]
    for place, (name, value) in enumerate(shown):
        y = top + 36 + ROW * place
        room = ROOM - width_of(value) - 24
        yield text(shortened(name, room), MARGIN + 4, y + 22)
        yield text(value, WIDTH - MARGIN - 4, y + 22, anchor="end")
        yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=y + ROW, y2=y + ROW, stroke=GRID, stroke_width=1)


def _table(figures: Figures, top: float) -> Iterator[str]:
    yield text(shortened(figures.heading, NAME, 15), MARGIN, top + 24, size=15)
    many = len(figures.columns)
    left = MARGIN + NAME + 8
    wide = (WIDTH - MARGIN - left) / max(many, 1)
    for place, name in enumerate(figures.columns):
        middle = left + wide * (place + 0.5)
        yield text(shortened(name, wide - 4, 14), middle, top + 24, size=14, anchor="middle", fill=FAINT)
    yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=top + 34, y2=top + 34, stroke=GRID, stroke_width=2)
    for number, line in enumerate(figures.lines[: figures.most_lines]):
        y = top + 36 + ROW * number
        if line.strong:
            yield element("rect", x=MARGIN, y=y, width=ROOM, height=ROW, fill=PALE)
        yield text(shortened(line.name, NAME), MARGIN + 4, y + 22)
        for place, cell in enumerate(line.cells):
            quiet = cell in ("0", "·", "0/0", "—")
            said, size = _fitting(cell, wide - 4)
            yield text(
                said, left + wide * (place + 0.5), y + 22, size=size, anchor="middle", fill=FAINT if quiet else INK
            )
        yield element("line", x1=MARGIN, x2=WIDTH - MARGIN, y1=y + ROW, y2=y + ROW, stroke=GRID, stroke_width=1)
    if (more := len(figures.lines) - figures.most_lines) > 0:
        y = top + 36 + ROW * figures.most_lines
        yield text(f"还有 {more} 行，见表格", MARGIN + 4, y + 22, size=14, fill=FAINT)


def _todo(todo: Sequence[Todo], top: float) -> Iterator[str]:
    yield text("接下来要做的", MARGIN, top + 30, size=17)
    for place, each in enumerate(todo):
        y = top + 40 + ENTRY * place
        yield element("rect", x=MARGIN, y=y + 4, width=4, height=ENTRY - 10, fill=COLOURS[1])
        yield text(shortened(each.what, ROOM - 16), MARGIN + 14, y + 20)
        yield text(shortened(each.how, ROOM - 16, 14), MARGIN + 14, y + 40, size=14, fill=FAINT)


def _said(lines: Sequence[str], y: float, size: float, fill: str, step: float) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield text(shortened(line, ROOM, size), MARGIN, y + step * place, size=size, fill=fill)


def _fitting(cell: str, room: float) -> tuple[str, float]:
    """Smaller letters rather than a number of which a part is missing."""
    for size in (16.0, 13.0, 11.0):
        if width_of(cell, size) <= room:
            return cell, size
    return shortened(cell, room, 11), 11.0


def wrapped(words: str, room: float = ROOM, size: float = 15) -> Iterator[str]:
    """In lines that fit."""
    line = ""
    for char in words:
        if width_of(line + char, size) > room:
            yield line
            line = ""
        line += char
    if line:
        yield line
