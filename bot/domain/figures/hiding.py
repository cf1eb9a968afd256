"""Which numbers of a column stay hidden, so that nobody can be guessed behind one (S289; 个人信息保护法 art. 6).

A number is hidden where fewer than five people stand behind it, or where a department has fewer than five. What is
hidden must not follow from the sum, so others are hidden with it, the smallest first, until it doesn't.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is told; `people`: how many different ones are behind it; `staff`: how many it could be.

    `rest`: how many of those it was asked of are not behind it, where that tells of them too; None: it doesn't.
    """

    value: int
    people: int
    staff: int
    rest: int | None = None

    @property
    def is_small(self) -> bool:
        few = self.rest is not None and 0 < self.rest < LEAST
        return self.staff < LEAST or 0 < self.people < LEAST or few


Bounds = tuple[float, float]


def hidden(cells: Sequence[Cell]) -> frozenset[int]:
    """The places that aren't told, of cells whose sum is."""
    kept_back = {place for place, cell in enumerate(cells) if cell.is_small}
    order = sorted(range(len(cells)), key=lambda place: (cells[place].value == 0, cells[place].value, place))
    for place in order:
        if not kept_back or is_safe(cells, frozenset(kept_back)):
            break
        kept_back.add(place)
    return frozenset(kept_back)


def tells_sum(total: Cell, parts: int, *, is_whole: bool) -> bool:
    """Whether a sum may be told over so many parts. That of the whole company points at nobody, unless it has but one
    part; any other is itself a number that stands in a column of somebody else's."""
    if is_whole and parts > 1:
        return total.staff >= LEAST
    return not total.is_small


def is_safe(cells: Sequence[Cell], kept_back: frozenset[int]) -> bool:
    """Whether those who know the sum, the other cells and this very rule still can't tell one of the small ones."""
    together = [cells[place] for place in kept_back]
    if len(together) < 2 or sum(each.people for each in together) < LEAST:
        return False
    if sum(each.staff for each in together) < LEAST:
        return False
    whole = sum(each.value for each in together)
    return all(_is_open(place, cells, kept_back, whole) for place in kept_back if cells[place].is_small)


def bounds(cell: Cell) -> Bounds:
    """What somebody who knows the rule knows of a hidden cell."""
    if cell.is_small and cell.staff >= LEAST and cell.value < LEAST and cell.rest is None:
        return 1, LEAST - 1
    return 0, math.inf


def _is_open(place: int, cells: Sequence[Cell], kept_back: frozenset[int], whole: int) -> bool:
    others = [bounds(cells[each]) for each in kept_back if each != place]
    low, high = bounds(cells[place])
    least = max(low, whole - sum(most for _, most in others))
    most = min(high, whole - sum(few for few, _ in others))
    return most - least >= 1
