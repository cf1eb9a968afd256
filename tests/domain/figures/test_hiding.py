"""Nobody can be guessed from what is told, not even by who knows the sum, the rest and the rule."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.figures.hiding import LEAST, Cell, bounds, hidden


@pytest.mark.parametrize(
    ("values", "kept_back"),
    [
        ([7, 9, 12], set()),
        ([7, 3, 12], {0, 1}),  # 3 alone would follow from the sum
        ([7, 1, 1], {0, 1, 2}),  # both ones would follow from their two
        ([4, 4, 9, 30], {0, 1, 2}),
        ([2, 3, 9, 30], {0, 1}),
        ([1, 0, 0], {0, 1, 2}),  # the only one there is
        ([0, 0, 0], set()),
        ([], set()),
    ],
)
def test_what_is_hidden(values: list[int], kept_back: set[int]) -> None:
    assert hidden([Cell(value, value, 20) for value in values]) == kept_back


def test_a_department_of_four_is_always_hidden_and_never_alone() -> None:
    assert hidden([Cell(0, 0, 4), Cell(8, 8, 20), Cell(6, 6, 20)]) == {0, 2}


def test_many_events_of_few_people_are_hidden() -> None:
    assert 0 in hidden([Cell(30, 2, 20), Cell(10, 8, 20), Cell(12, 9, 20)])


counts = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 12)).map(lambda pair: Cell(min(pair), min(pair), pair[1])), max_size=5
)


@given(counts)
def test_nothing_small_is_told(cells: list[Cell]) -> None:
    assert {place for place, cell in enumerate(cells) if cell.is_small} <= hidden(cells)


@given(counts)
def test_no_small_one_follows_from_the_sum(cells: list[Cell]) -> None:
    """By trying all that could be: a reader may know which ones are small, and that small ones are from 1 to 4."""
    places = sorted(hidden(cells))
    if len(places) == len(cells):
        return  # of a column of which nothing is told, the sum is all there is to know
    whole = sum(cells[place].value for place in places)
    could = [
        values for values in product(*(_possible(cells[place], whole) for place in places)) if sum(values) == whole
    ]
    for at, place in enumerate(places):
        if cells[place].is_small:
            assert len({values[at] for values in could}) > 1


@given(counts)
def test_what_is_hidden_together_is_of_five_people_at_least(cells: list[Cell]) -> None:
    kept_back = hidden(cells)
    if kept_back and len(kept_back) < len(cells):
        assert sum(cells[place].people for place in kept_back) >= LEAST


@given(counts)
def test_where_nothing_is_small_nothing_is_hidden(cells: list[Cell]) -> None:
    assert bool(hidden(cells)) == any(cell.is_small for cell in cells)


def _possible(cell: Cell, whole: int) -> range:
    low, high = bounds(cell)
    return range(int(low), int(min(high, whole)) + 1)
