"""A year tells no month that is hidden: neither alone, nor with the other months, departments and sums."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.figures.hiding import Cell, bounds
from bot.domain.figures.over_time import Month, kept_back, tells_sum_of
from bot.domain.figures.periods import Period
from bot.domain.figures.sheet import FEW, HIDDEN, Column, Counted, Part, Tally, told

VIOLATIONS, PEOPLE = Column("违规"), Column("人数", "人", distinct=True)
STAFF = 20


def counted(values: Sequence[int], *, column: Column = VIOLATIONS, kinds: Mapping[str, int] | None = None) -> Counted:
    """Of a department each: so many, each of somebody else."""
    parts = tuple(Part(f"{place}部", STAFF, (Tally(each, each),)) for place, each in enumerate(values))
    named = tuple((name, Tally(each, each)) for name, each in (kinds or {}).items())
    whole = sum(values)
    return Counted((column,), (Tally(whole, whole),), STAFF * len(values), parts, named, sensitive=bool(kinds))


def year_of(*months: Sequence[int], column: Column = VIOLATIONS) -> Counted:
    sums = [sum(each) for each in zip(*months, strict=True)]
    return replace(counted(sums, column=column), pieces=tuple(counted(each, column=column) for each in months))


def rows(each: Counted) -> list[str]:
    return [row.cells[0] for row in told(each, is_whole=True).rows]


def test_the_year_minus_the_other_months() -> None:
    """乙 had 2 in the third month: 17 of the year less 8 and 7 would tell them."""
    year = year_of([9, 8, 7], [6, 7, 9], [8, 2, 6])
    assert rows(year.pieces[2]) == ["8", HIDDEN, HIDDEN]
    assert rows(year) == ["23", HIDDEN, HIDDEN]
    assert told(year, is_whole=True).total == ("62",)


def test_what_is_hidden_in_many_months_may_be_told_of_the_year() -> None:
    year = year_of(*[[9, 8, 7], [1, 3, 2], [2, 2, 1], [3, 1, 2], [2, 3, 3]])
    assert rows(year) == ["17", "17", "15"]


def test_where_it_follows_that_it_was_four_each_time() -> None:
    """8 of two hidden months can only be 4 and 4."""
    year = year_of([4, 4, 9], [4, 4, 9], [9, 9, 9])
    assert HIDDEN in rows(year)


def test_the_sum_of_ones_own_department() -> None:
    own = [counted([each]) for each in (7, 2, 9)]
    year = replace(counted([18]), pieces=tuple(own))
    assert [told(each, is_whole=False).total for each in own] == [("7",), (FEW,), ("9",)]
    sheet = told(replace(year, facts=("使用率 90%。",)), is_whole=False)
    assert (sheet.total, sheet.sums, sheet.facts, sheet.hides) == ((HIDDEN,), (None,), (), True)


def test_the_same_of_several_hidden_months() -> None:
    def sum_told(*months: int) -> bool:
        cells = [Cell(each, each, STAFF) for each in months]
        small = [at for at, each in enumerate(cells) if each.is_small]
        return tells_sum_of(Cell(sum(months), sum(months), STAFF), cells, small, adds_up=True)

    cases = {(7, 2, 9): False, (3, 2, 9): True, (1, 1, 9): False, (4, 4, 9): False, (1, 3, 2): True, (7, 8, 9): True}
    assert {months: sum_told(*months) for months in cases} == cases


def test_people_who_come_again_are_counted_once_so_any_hidden_month_hides_them() -> None:
    year = year_of([9, 8, 7], [3, 7, 9], [2, 6, 8], column=PEOPLE)
    assert rows(year)[0] == HIDDEN


def test_a_kind_of_leave() -> None:
    months = [counted([20], kinds={"年假": 15, "病假": 5}), counted([9, 8], kinds={"年假": 16, "病假": 1})]
    year = replace(counted([37], kinds={"年假": 31, "病假": 6}), pieces=tuple(months))
    assert [(row.name, row.cells) for row in told(year, is_whole=True).kinds] == [("其余 2 类", (HIDDEN,))]


def test_of_what_a_period_is_made() -> None:
    def keys(key: str, today: str) -> list[str]:
        return [each.key for each in Period.of(key).pieces(Period.of(today).first)]

    assert keys("2026", "2026-03") == ["2026-01", "2026-02", "2026-03"]
    assert keys("2026-10", "2026-12") == []
    assert keys("2027-02", "2027-12") == ["2027-W05", "2027-W06", "2027-W07", "2027-W08"]  # four whole weeks
    assert keys("2026-W47", "2026-12") == []


TABLES = st.lists(st.lists(st.integers(0, 7), min_size=3, max_size=3), min_size=2, max_size=3)


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_nobody_who_has_seen_all_of_it_can_tell_a_hidden_month(table: list[list[int]]) -> None:
    """He tries all that could be, with the sums of months and with each year that is told."""
    year = year_of(*table)
    silent = [[each == HIDDEN for each in rows(month)] for month in year.pieces]
    told_years = {at: sum(month[at] for month in table) for at, each in enumerate(rows(year)) if each != HIDDEN}
    fills = [list(_fills(month, hidden)) for month, hidden in zip(table, silent, strict=True)]
    seen: list[list[set[int]]] = [[set() for _ in month] for month in table]
    for fill in _fitting(fills, told_years):
        for at, month in enumerate(fill):
            for place, value in enumerate(month):
                seen[at][place].add(value)
    for at, month in enumerate(table):
        by_month_alone = [len({fill[place] for fill in fills[at]}) for place in range(3)]
        for place, value in enumerate(month):
            if silent[at][place] and 0 < value < 5 and by_month_alone[place] > 1:
                assert len(seen[at][place]) > 1


def _fills(month: Sequence[int], hidden: Sequence[bool]) -> Iterator[tuple[int, ...]]:
    """All that a month could be for whoever knows its sum, and which of its hidden ones are small."""
    ranges = [
        range(int(bounds(Cell(value, value, STAFF))[0]), int(min(bounds(Cell(value, value, STAFF))[1], sum(month))) + 1)
        if is_hidden
        else range(value, value + 1)
        for value, is_hidden in zip(month, hidden, strict=True)
    ]
    for first in ranges[0]:
        for second in ranges[1]:
            if (third := sum(month) - first - second) in ranges[2]:
                yield first, second, third


def _fitting(
    fills: Sequence[Sequence[tuple[int, ...]]], told_years: Mapping[int, int]
) -> Iterator[tuple[tuple[int, ...], ...]]:
    def go(
        at: int, chosen: tuple[tuple[int, ...], ...], left: Mapping[int, int]
    ) -> Iterator[tuple[tuple[int, ...], ...]]:
        if at == len(fills):
            if not any(left.values()):
                yield chosen
            return
        for fill in fills[at]:
            rest = {place: many - fill[place] for place, many in left.items()}
            if all(many >= 0 for many in rest.values()):
                yield from go(at + 1, (*chosen, fill), rest)

    return go(0, (), told_years)


def test_of_a_large_table_it_is_said_in_no_time() -> None:
    """Of more than it looks at one by one no year is told that has a hidden month."""
    cells = {str(name): Cell(3, 3, STAFF) for name in range(100)}
    months = [Month(cells, frozenset(cells))] * 12
    year = {name: Cell(36, 36, STAFF) for name in cells}
    assert kept_back(year, months, adds_up=True) == frozenset(cells)
