"""A bar chart: lying bars, so that Chinese names of any length stay readable; each says its value itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.pictures.scale import top, written
from bot.pictures.svg import COLOURS, FAINT, document, element, shortened, text, width_of

WIDTH: Final = 480  # what a chat shows about as wide: letters stay as big as those around
MARGIN: Final = 24
HEAD: Final = 84  # title and unit
ROW: Final = 38
THICK: Final = 22
LONGEST_LABEL: Final = 144.0
MOST_BARS: Final = 24
NOTHING: Final = "暂无数据"


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` is finite and not negative."""

    label: str
    value: float


def bar_chart(title: str, bars: Sequence[Bar], *, unit: str = "") -> str:
    """SVG. Bars beyond the first two dozen are summed up in a last one. Raises ValueError for impossible values."""
    highest = top([bar.value for bar in bars])
    shown = _shown(bars)
    parts = [
        text(shortened(title, WIDTH - 2 * MARGIN, 22), MARGIN, 40, size=22),
        text(f"单位：{unit}", MARGIN, 66, size=14, fill=FAINT) if unit else "",
        *_rows(shown, max(highest, *(bar.value for bar in shown), 0.0) if shown else 0.0),
    ]
    if not shown:
        parts.append(text(NOTHING, WIDTH / 2, HEAD + ROW, size=18, anchor="middle", fill=FAINT))
    return document(parts, width=WIDTH, height=HEAD + ROW * max(len(shown), 2) + MARGIN)


def _shown(bars: Sequence[Bar]) -> list[Bar]:
    if len(bars) <= MOST_BARS:
        return list(bars)
    rest = bars[MOST_BARS - 1 :]
    return [*bars[: MOST_BARS - 1], Bar(f"其余 {len(rest)} 项", sum(bar.value for bar in rest))]


def _rows(bars: Sequence[Bar], highest: float) -> list[str]:
    labels = [shortened(bar.label, LONGEST_LABEL) for bar in bars]
    left = MARGIN + max((width_of(label) for label in labels), default=0.0) + 12
    room = WIDTH - MARGIN - left - max((width_of(written(bar.value)) for bar in bars), default=0.0) - 12
    return [
        part
        for row, (bar, label) in enumerate(zip(bars, labels, strict=True))
        for part in _row(bar, label, HEAD + ROW * row, left=left, length=room * (bar.value / (highest or 1.0)))
    ]


def _row(bar: Bar, label: str, y: float, *, left: float, length: float) -> list[str]:
    middle = y + ROW / 2
    return [
        text(label, left - 12, middle + 6, anchor="end"),
        element("rect", x=left, y=middle - THICK / 2, width=max(length, 1.0), height=THICK, rx=3, fill=COLOURS[0]),
        text(written(bar.value), left + length + 8, middle + 6),
    ]
