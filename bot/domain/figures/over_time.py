"""A longer period tells nothing that a shorter one keeps back: a month that is hidden must not follow from the year and
the other months (S289; 个人信息保护法 art. 6).

What somebody knows who has seen them all: each month that is told, what a month's hidden ones come to together, the
years that are told, and of a hidden month that it is of one to four people or was hidden beside such a one. That is a
table with sums on two sides. Two ways of filling it differ by rounds, in which what one cell gains another one of the
same month loses and another month of that part makes up for; so a hidden cell stays open where a round goes through it,
and only there. Of a year that isn't told any round may end: it takes up what is left over.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.figures.hiding import LEAST, Cell, bounds

MOST: Final = 240  # hidden cells of a column that are looked at one by one; of more no year is told that has any
_ANY: Final = "any"  # every part whose year isn't told

Node = tuple[str, str | int]
Arcs = Mapping[Node, Mapping[Node, int]]
Place = tuple[int, str]  # which month, of which part


@dataclass(frozen=True, slots=True)
class Month:
    """What it counts of each part, and of which that isn't told."""

    cells: Mapping[str, Cell]
    hidden: frozenset[str]


def kept_back(year: Mapping[str, Cell], months: Sequence[Month], *, adds_up: bool) -> frozenset[str]:
    """The parts of which the year isn't told. `adds_up`: a year is the sum of its months; of people it isn't, since one
    may be in several, and where it isn't, or a share is told, any hidden month hides the year."""
    cells = {(at, name): each.cells[name] for at, each in enumerate(months) for name in each.hidden if name in year}
    silent = frozenset(name for _, name in cells) | {name for name in year if year[name].is_small}
    if not adds_up or len(cells) > MOST or any(each.rest is not None for each in year.values()):
        return silent
    told = {
        name for name in silent if _is_of_enough(year[name], [each.cells.get(name) for each in months], cells, name)
    }
    while told and (blocked := _closed(cells, told)):
        at = {month for month, name in cells if name == blocked[1]} if blocked[0] is None else {blocked[0]}
        near = {name for month, name in cells if month in at} & told
        told -= {blocked[1]} & told or near or told
    return silent - told


def tells_sum_of(year: Cell, months: Sequence[Cell], hidden: Collection[int], *, adds_up: bool) -> bool:
    """Whether a sum that stands alone may be told beside the sums of its months, of which some are not."""
    if not hidden:
        return True
    table = [Month({"": each}, frozenset([""] if at in hidden else [])) for at, each in enumerate(months)]
    if not adds_up or year.rest is not None or len(hidden) < 2 or not _is_of_enough(year, months, _cells(table), ""):
        return False
    left = year.value - sum(each.value for at, each in enumerate(months) if at not in hidden)
    return all(_is_open_alone(months, hidden, place, left) for place in hidden if months[place].is_small)


def _cells(months: Sequence[Month]) -> Mapping[Place, Cell]:
    return {(at, name): each.cells[name] for at, each in enumerate(months) for name in each.hidden}


def _is_open_alone(months: Sequence[Cell], hidden: Collection[int], place: int, left: int) -> bool:
    low, high = bounds(months[place])
    others = [bounds(months[each]) for each in hidden if each != place]
    least = max(low, left - sum(most for _, most in others))
    return min(high, left - sum(few for few, _ in others)) - least >= 1


def _is_of_enough(year: Cell, months: Sequence[Cell | None], cells: Mapping[Place, Cell], name: str) -> bool:
    """Not fewer than five different ones are behind what is hidden, and more than one month is."""
    if year.is_small:
        return False
    hidden = [at for at in range(len(months)) if (at, name) in cells]
    told = sum(each.people for at, each in enumerate(months) if each and at not in hidden)
    return len(hidden) > 1 and max(year.people - told, *(cells[at, name].people for at in hidden)) >= LEAST


def _closed(cells: Mapping[Place, Cell], told: Collection[str]) -> tuple[int | None, str] | None:
    """A cell that can have but one value, or (without a month) a part whose year can; None: there is none."""
    arcs = _arcs(cells, told)
    for place, cell in cells.items():
        if cell.is_small and not _is_open(cell, place, arcs, told):
            return place
    free = {name for _, name in cells} - set(told)
    return next(((None, name) for name in sorted(free) if not _year_is_open(cells, told, name)), None)


def _is_open(cell: Cell, place: Place, arcs: Arcs, told: Collection[str]) -> bool:
    """It can be one more, or one less, and others make up for it."""
    month, part = ("month", place[0]), _node(place[1], told)
    low, high = bounds(cell)
    more = cell.value < high and _leads(arcs, part, month, but=(part, month) if cell.value > low else None)
    return more or (cell.value > low and _leads(arcs, month, part, but=(month, part) if cell.value < high else None))


def _year_is_open(cells: Mapping[Place, Cell], told: Collection[str], name: str) -> bool:
    arcs, alone = _arcs(cells, {*told, name}), ("told", name)
    return _leads(arcs, alone, ("part", _ANY)) or _leads(arcs, ("part", _ANY), alone)


def _node(name: str, told: Collection[str]) -> Node:
    return ("told", name) if name in told else ("part", _ANY)


def _arcs(cells: Mapping[Place, Cell], told: Collection[str]) -> Arcs:
    """From a month to a part where that cell can be more, back where it can be less; how many such cells there are."""
    arcs: dict[Node, Counter[Node]] = defaultdict(Counter)
    for place, cell in cells.items():
        low, high = bounds(cell)
        month, part = ("month", place[0]), _node(place[1], told)
        if cell.value < high:
            arcs[month][part] += 1
        if cell.value > low:
            arcs[part][month] += 1
    return arcs


def _leads(arcs: Arcs, start: Node, end: Node, *, but: tuple[Node, Node] | None = None) -> bool:
    """`but`: one arc that isn't gone along."""
    seen, ahead = {start}, [start]
    while ahead:
        at = ahead.pop()
        if at == end:
            return True
        for each, many in arcs.get(at, {}).items():
            if each not in seen and ((at, each) != but or many > 1):
                seen.add(each)
                ahead.append(each)
    return False
