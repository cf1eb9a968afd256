"""Figures of one matter: counted, then as they may be told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.figures.hiding import Cell, hidden, tells_sum
from bot.domain.figures.over_time import Month, kept_back, tells_sum_of

HIDDEN: Final = "·"
FEW: Final = "不足5"
WHY_HIDDEN: Final = "「·」表示涉及不足 5 人，或能由合计、由别的时段推出，不显示"


@dataclass(frozen=True, slots=True)
class Column:
    """`personal`: what it counts points at people. `alarming`: more of it is worse. `distinct`: people, each once."""

    name: str
    unit: str = "条"
    personal: bool = True
    alarming: bool = False
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """`value` of `whole`, where it is a share; `people`: how many different ones are behind it."""

    value: int = 0
    people: int = 0
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A department or a group, of so many people; a tally for each column."""

    name: str
    staff: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """`kinds`: the first column's, by kind; `sensitive`: not even the company's small ones are told of these.

    `facts`: what else there is to say of it, in words, such as how long requests took. `pieces`: the shorter periods
    that it is made of, which are told by themselves, too; `is_over`: its days are.
    """

    columns: tuple[Column, ...]
    total: tuple[Tally, ...]
    staff: int
    parts: tuple[Part, ...] = ()
    kinds: tuple[tuple[str, Tally], ...] = ()
    sensitive: bool = False
    facts: tuple[str, ...] = ()
    pieces: tuple["Counted", ...] = ()
    is_over: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """As it may be told. `sums`: None where one isn't."""

    columns: tuple[Column, ...]
    sums: tuple[int | None, ...]
    total: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    kinds: tuple[Row, ...] = ()
    facts: tuple[str, ...] = ()
    hides: bool = False


def told(counted: Counted, *, is_whole: bool, with_parts: bool = True) -> Sheet:
    """`with_parts`: False of days that aren't over, since two looks at them would tell who came in between."""
    parts = counted.parts if with_parts else ()
    open_ = [_sum_is_told(counted, place, is_whole=is_whole) for place in range(len(counted.columns))]
    silent = [_hidden(counted, place) if with_parts else frozenset() for place in range(len(counted.columns))]
    rows = tuple(
        Row(
            part.name,
            tuple(HIDDEN if row in silent[place] else _said(each) for place, each in enumerate(part.tallies)),
        )
        for row, part in enumerate(parts)
    )
    kinds = _kinds(counted, is_whole=is_whole) if open_ and open_[0] else ()
    sums = tuple(each.value if is_open else None for each, is_open in zip(counted.total, open_, strict=True))
    total = tuple(
        _said(each) if is_open else FEW if _cell(each, counted.staff).is_small else HIDDEN
        for each, is_open in zip(counted.total, open_, strict=True)
    )
    hides = any(silent) or HIDDEN in total or any(HIDDEN in row.cells for row in kinds)
    facts = counted.facts if not counted.pieces or all(open_) else ()  # a share would tell what it is of
    return Sheet(counted.columns, sums, total, rows, kinds, facts, hides)


def _sum_is_told(counted: Counted, place: int, *, is_whole: bool) -> bool:
    column = counted.columns[place]
    if not column.personal:
        return True
    parts = sum(part.staff > 0 for part in counted.parts)
    total = _cell(counted.total[place], counted.staff)
    if not tells_sum(total, parts, is_whole=is_whole):
        return False
    silent = [at for at, each in enumerate(counted.pieces) if not _sum_is_told(each, place, is_whole=is_whole)]
    months = [_cell(each.total[place], each.staff) for each in counted.pieces]
    return tells_sum_of(total, months, silent, adds_up=not column.distinct and parts < 2)


def _hidden(counted: Counted, place: int) -> frozenset[int]:
    """The rows of which this column isn't told."""
    column = counted.columns[place]
    if not column.personal:
        return frozenset()
    pieces = [each for each in counted.pieces if each.is_over]
    return _kept_back(_rows(counted, place), [_month(each, place) for each in pieces], column)


def _month(counted: Counted, place: int) -> Month:
    cells, silent = _rows(counted, place), _hidden(counted, place)
    return Month(cells, frozenset(name for row, name in enumerate(cells) if row in silent))


def _rows(counted: Counted, place: int) -> Mapping[str, Cell]:
    """By what each part is called; two that are called the same are told apart."""
    return _named((part.name, _cell(part.tallies[place], part.staff)) for part in counted.parts)


def _kinds(counted: Counted, *, is_whole: bool) -> tuple[Row, ...]:
    """Those that are hidden are one row, since even that there was one of a kind may be somebody's affair."""
    silent = _hidden_kinds(counted, is_whole=is_whole)
    rows = [Row(name, (_said(tally),)) for place, (name, tally) in enumerate(counted.kinds) if place not in silent]
    if silent:
        rows.append(Row(f"其余 {len(silent)} 类", (HIDDEN,)))
    return tuple(rows)


def _hidden_kinds(counted: Counted, *, is_whole: bool) -> frozenset[int]:
    if not counted.columns[0].personal or (is_whole and not counted.sensitive):
        return frozenset()
    months = [_month_of_kinds(each, is_whole=is_whole) for each in counted.pieces]
    return _kept_back(_cells_of_kinds(counted), months, counted.columns[0])


def _month_of_kinds(counted: Counted, *, is_whole: bool) -> Month:
    """Where the sum isn't told, no kind is."""
    cells = _cells_of_kinds(counted)
    silent = (
        _hidden_kinds(counted, is_whole=is_whole) if _sum_is_told(counted, 0, is_whole=is_whole) else range(len(cells))
    )
    return Month(cells, frozenset(name for row, name in enumerate(cells) if row in silent))


def _cells_of_kinds(counted: Counted) -> Mapping[str, Cell]:
    return _named((name, _cell(tally, counted.staff)) for name, tally in counted.kinds)


def _kept_back(cells: Mapping[str, Cell], months: Sequence[Month], column: Column) -> frozenset[int]:
    """The places of those that aren't told."""
    if not months:
        return hidden(list(cells.values()))
    names = kept_back(cells, months, adds_up=not column.distinct)
    return frozenset(place for place, name in enumerate(cells) if name in names)


def _named(cells: Iterable[tuple[str, Cell]]) -> Mapping[str, Cell]:
    found: dict[str, Cell] = {}
    for name, cell in cells:
        while name in found:
            name += "′"
        found[name] = cell
    return found


def _cell(tally: Tally, staff: int) -> Cell:
    rest = tally.whole - tally.value if tally.whole is not None else None
    return Cell(tally.value, tally.people, staff, rest)


def _said(tally: Tally) -> str:
    return f"{tally.value}/{tally.whole}" if tally.whole is not None else str(tally.value)
