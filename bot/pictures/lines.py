"""A line chart: several series over the same steps; each has its own colour, its own mark, and its name at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.pictures.scale import ticks, top, written
from bot.pictures.svg import COLOURS, FAINT, GRID, document, element, shortened, text, width_of

WIDTH: Final = 480  # as wide as bar charts
HEIGHT: Final = 360
MARGIN: Final = 24
HEAD: Final = 84
FOOT: Final = 48
LONGEST_NAME: Final = 84.0
LINE: Final = 18.0  # between two names, at least
NOTHING: Final = "暂无数据"


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    right: float
    highest: float
    steps: int

    def x(self, step: int) -> float:
        if self.steps == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * step / (self.steps - 1)

    def y(self, value: float) -> float:
        return HEIGHT - FOOT - (HEIGHT - FOOT - HEAD) * value / self.highest


def line_chart(title: str, steps: Sequence[str], series: Mapping[str, Sequence[float]], *, unit: str = "") -> str:
    """SVG. `steps` are named below the axis, as many of them as fit.

    Raises ValueError for more than six series, for one that has not one value per step, and for impossible values.
    """
    if len(series) > len(COLOURS):
        raise ValueError(f"more than {len(COLOURS)} lines can't be told apart")
    if any(len(values) != len(steps) for values in series.values()):
        raise ValueError("each series has one value per step")
    head = [
        text(shortened(title, WIDTH - 2 * MARGIN, 22), MARGIN, 40, size=22),
        text(f"单位：{unit}", MARGIN, 66, size=14, fill=FAINT) if unit else "",
    ]
    body = _body(steps, series) if steps and series else [_nothing()]
    return document([*head, *body], width=WIDTH, height=HEIGHT)


def _nothing() -> str:
    return text(NOTHING, WIDTH / 2, HEIGHT / 2, size=18, anchor="middle", fill=FAINT)


def _body(steps: Sequence[str], series: Mapping[str, Sequence[float]]) -> list[str]:
    levels = ticks(top([value for values in series.values() for value in values]))
    names = [shortened(name, LONGEST_NAME, 14) for name in series]
    area = _Area(
        left=MARGIN + max(width_of(written(level), 14) for level in levels) + 10,
        right=WIDTH - MARGIN - max(width_of(name, 14) for name in names) - 14,
        highest=levels[-1],
        steps=len(steps),
    )
    return [
        *(part for level in levels for part in _level(area, level)),
        *_steps(area, steps),
        *(part for number, values in enumerate(series.values()) for part in _line(area, values, number)),
        *_names(area, names, [values[-1] for values in series.values()]),
    ]


def _level(area: _Area, level: float) -> list[str]:
    y = area.y(level)
    return [
        element("line", x1=area.left, x2=area.right, y1=y, y2=y, stroke=GRID, stroke_width=1),
        text(written(level), area.left - 10, y + 5, size=14, anchor="end", fill=FAINT),
    ]


def _steps(area: _Area, steps: Sequence[str]) -> list[str]:
    widest = max(width_of(step, 14) for step in steps) + 12
    fitting = max(1, int((area.right - area.left) / widest))
    every = -(-len(steps) // fitting)
    return [
        text(step, area.x(number), HEIGHT - FOOT + 24, size=14, anchor="middle", fill=FAINT)
        for number, step in enumerate(steps)
        if number % every == 0
    ]


def _line(area: _Area, values: Sequence[float], number: int) -> list[str]:
    colour = COLOURS[number]
    points = [(area.x(step), area.y(value)) for step, value in enumerate(values)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    line = element("polyline", points=path, fill="none", stroke=colour, stroke_width=3, stroke_linejoin="round")
    return [line if len(points) > 1 else "", *(_mark(x, y, number) for x, y in points)]


def _mark(x: float, y: float, number: int) -> str:
    """Not told apart by colour alone: circle, square, diamond, and the same hollow."""
    colour, fill = COLOURS[number], COLOURS[number] if number < 3 else "#ffffff"
    if number % 3 == 0:
        return element("circle", cx=x, cy=y, r=5, fill=fill, stroke=colour, stroke_width=2)
    turn = f"rotate(45 {x:.1f} {y:.1f})" if number % 3 == 2 else "rotate(0)"
    return element(
        "rect", x=x - 4.5, y=y - 4.5, width=9, height=9, fill=fill, stroke=colour, stroke_width=2, transform=turn
    )


def _names(area: _Area, names: Sequence[str], last: Sequence[float]) -> list[str]:
    """Beside each line's last point, the highest first; moved apart where two would stand in each other's way."""
    order = sorted(range(len(names)), key=lambda each: -last[each])
    heights = _apart([area.y(last[number]) + 5 for number in order])
    return [
        text(names[number], area.right + 12, y, size=14, fill=COLOURS[number])
        for number, y in zip(order, heights, strict=True)
    ]


def _apart(heights: Sequence[float]) -> list[float]:
    """Downwards until nothing touches, then upwards again where that went below the axis."""
    moved: list[float] = []
    for y in heights:
        moved.append(max(y, moved[-1] + LINE) if moved else y)
    bottom = float(HEIGHT - FOOT + 5)
    for number in reversed(range(len(moved))):
        moved[number] = min(moved[number], bottom)
        bottom = moved[number] - LINE
    return moved
