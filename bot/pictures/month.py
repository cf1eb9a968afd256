"""A month as a table: people down, days across; who is away on which of them, in whole or in part."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from bot.pictures.svg import COLOURS, FAINT, GRID, INK, document, element, shortened, text, width_of

MARGIN: Final = 20
LONGEST_NAME: Final = 132.0
DAY: Final = 22  # wide
ROW: Final = 26  # high
TOP: Final = 74  # of the days, below the title and its line
HEAD: Final = 124
FOOT: Final = 66
MOST_ROWS: Final = 30  # on one picture
AWAY: Final = COLOURS[0]
HOLIDAY: Final = COLOURS[1]
SHADES: Final = {"rest": "#eceff3", "holiday": "#fbe6d8"}
NOBODY: Final = "没有人"


class Mark(Enum):
    """What of a day somebody is away."""

    WHOLE = "全天"
    MORNING = "上午"
    AFTERNOON = "下午"
    HOURS = "几小时"
    ASKED = "待审批"


@dataclass(frozen=True, slots=True)
class Column:
    """A day. `note` is a character below its weekday, 休 or 班; `shade`: rest, holiday, or nothing.

    `provisional`: it may still become another one; a dashed line says so.
    """

    number: int
    weekday: str
    note: str = ""
    shade: str = ""
    today: bool = False
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`marks` and `off` have a place for each column; `off`: he doesn't work on that day."""

    name: str
    marks: Sequence[Mark | None]
    off: Sequence[bool]


def month_table(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    note: str = "",
    counts: Sequence[int] = (),
    asked: bool = False,
) -> str:
    """SVG. `counts`: of each day, over all pages; `asked`: explain that mark too.

    Raises ValueError for a row that has not one place per column, and for more rows than fit.
    """
    if len(rows) > MOST_ROWS:
        raise ValueError(f"more than {MOST_ROWS} rows are no picture")
    if any(len(row.marks) != len(columns) or len(row.off) != len(columns) for row in rows):
        raise ValueError("each row has one place per column")
    names = [shortened(row.name, LONGEST_NAME) for row in rows]
    left = MARGIN + max([*map(width_of, names), width_of("不在人数", 14)]) + 14
    width = int(left + DAY * len(columns) + MARGIN)
    bottom = HEAD + ROW * (max(len(rows), 1) + bool(counts))
    parts = [
        text(shortened(title, width - 2 * MARGIN, 22), MARGIN, 38, size=22),
        text(shortened(note, width - 2 * MARGIN, 14), MARGIN, 62, size=14, fill=FAINT),
        *(part for place, column in enumerate(columns) for part in _column(column, left + DAY * place)),
        *(
            part
            for place, row in enumerate(rows)
            for part in _row(row, names[place], columns, left, HEAD + ROW * place)
        ),
        *_lines(len(rows), width),
        *([] if rows else [text(NOBODY, width / 2, HEAD + 18, anchor="middle", fill=FAINT)]),
        *_counts(counts, left, bottom),
        *_legend(bottom, {column.shade for column in columns}, asked=asked),
    ]
    return document(parts, width=width, height=bottom + FOOT)


def _column(column: Column, x: float) -> Iterator[str]:
    middle = x + DAY / 2
    if column.shade:
        yield element("rect", x=x, y=TOP, width=DAY, height=HEAD - TOP, fill=SHADES[column.shade])
    if column.today:
        yield element("rect", x=x + 1, y=TOP + 1, width=DAY - 2, height=19, rx=5, fill=INK)
    ink = "#ffffff" if column.today else HOLIDAY if column.shade == "holiday" else INK
    yield text(str(column.number), middle, TOP + 15, size=13, anchor="middle", fill=ink)
    yield text(column.weekday, middle, TOP + 31, size=11, anchor="middle", fill=FAINT)
    yield text(column.note, middle, TOP + 45, size=10, anchor="middle", fill=HOLIDAY) if column.note else ""
    if column.provisional:
        line = f"M{x + 2:.1f},{HEAD - 2}H{x + DAY - 2:.1f}"
        yield element("path", d=line, stroke=HOLIDAY, stroke_width=2, stroke_dasharray="4 3")


def _row(row: Row, name: str, columns: Sequence[Column], left: float, y: float) -> Iterator[str]:
    yield text(name, left - 12, y + ROW / 2 + 6, anchor="end")
    for place, (mark, off) in enumerate(zip(row.marks, row.off, strict=True)):
        x = left + DAY * place
        if off:
            yield element("rect", x=x, y=y, width=DAY, height=ROW, fill=SHADES[columns[place].shade or "rest"])
        if mark:
            yield _mark(mark, x, y + 4, DAY, ROW - 8)


def _mark(mark: Mark, x: float, y: float, width: float, height: float) -> str:
    match mark:
        case Mark.WHOLE:
            return element("rect", x=x + 0.5, y=y, width=width - 1, height=height, fill=AWAY)
        case Mark.MORNING:
            return element("rect", x=x + 0.5, y=y, width=width / 2 - 1, height=height, fill=AWAY)
        case Mark.AFTERNOON:
            return element("rect", x=x + width / 2 + 0.5, y=y, width=width / 2 - 1, height=height, fill=AWAY)
        case Mark.HOURS:
            return element("circle", cx=x + width / 2, cy=y + height / 2, r=4.5, fill=AWAY)
    return element(
        "rect",
        x=x + 2,
        y=y + 1,
        width=width - 4,
        height=height - 2,
        fill="#ffffff",
        stroke=AWAY,
        stroke_width=1.5,
        stroke_dasharray="3 2",
    )


def _lines(rows: int, width: float) -> Iterator[str]:
    for place in range(rows + 1):
        y = HEAD + ROW * place
        yield element("line", x1=MARGIN, x2=width - MARGIN, y1=y, y2=y, stroke=GRID, stroke_width=1)


def _counts(counts: Sequence[int], left: float, bottom: float) -> Iterator[str]:
    if not counts:
        return
    yield text("不在人数", left - 12, bottom - 8, size=14, anchor="end", fill=FAINT)
    for place, number in enumerate(counts):
        if number:
            yield text(str(number), left + DAY * (place + 0.5), bottom - 8, size=13, anchor="middle", fill=INK)


def _legend(bottom: float, shades: Collection[str], *, asked: bool) -> Iterator[str]:
    x, y = float(MARGIN), bottom + 22.0
    for mark in Mark:
        if mark is Mark.ASKED and not asked:
            continue
        words = mark.value if mark is Mark.ASKED else f"{mark.value}不在"
        yield element("rect", x=x, y=y, width=DAY, height=ROW - 8, fill="none", stroke=GRID, stroke_width=1)
        yield _mark(mark, x, y, DAY, ROW - 8)
        yield text(words, x + DAY + 6, y + 14, size=13, fill=FAINT)
        x += DAY + 6 + width_of(words, 13) + 16
    for shade, words in (("rest", "休息"), ("holiday", "法定节假日")):
        if shade in shades:
            yield element("rect", x=x, y=y, width=DAY, height=ROW - 8, fill=SHADES[shade])
            yield text(words, x + DAY + 6, y + 14, size=13, fill=FAINT)
            x += DAY + 6 + width_of(words, 13) + 16
