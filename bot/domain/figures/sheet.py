"""Figures of one matter: counted, then as they may be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.figures.hiding import Cell, hidden, tells_sum

HIDDEN: Final = "·"
FEW: Final = "不足5"
WHY_HIDDEN: Final = "「·」表示涉及不足 5 人，或能由合计推出，不显示"


@dataclass(frozen=True, slots=True)
class Column:
    """`personal`: what it counts points at people. `alarming`: more of it is worse."""

    name: str
    unit: str = "条"
    personal: bool = True
    alarming: bool = False


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

    `facts`: what else there is to say of it, in words, such as how long requests took.
    """

    columns: tuple[Column, ...]
    total: tuple[Tally, ...]
    staff: int
    parts: tuple[Part, ...] = ()
    kinds: tuple[tuple[str, Tally], ...] = ()
    sensitive: bool = False
    facts: tuple[str, ...] = ()


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
    kept_back = [_hidden(parts, place, column) for place, column in enumerate(counted.columns)]
    rows = tuple(
        Row(
            part.name,
            tuple(HIDDEN if row in kept_back[place] else _said(each) for place, each in enumerate(part.tallies)),
        )
        for row, part in enumerate(parts)
    )
    kinds = _kinds(counted, is_whole=is_whole) if open_ and open_[0] else ()
    sums = tuple(each.value if is_open else None for each, is_open in zip(counted.total, open_, strict=True))
    total = tuple(_said(each) if is_open else FEW for each, is_open in zip(counted.total, open_, strict=True))
    hides = any(kept_back) or any(HIDDEN in row.cells for row in kinds)
    return Sheet(counted.columns, sums, total, rows, kinds, counted.facts, hides)


def _sum_is_told(counted: Counted, place: int, *, is_whole: bool) -> bool:
    if not counted.columns[place].personal:
        return True
    parts = sum(part.staff > 0 for part in counted.parts)
    return tells_sum(_cell(counted.total[place], counted.staff), parts, is_whole=is_whole)


def _hidden(parts: Sequence[Part], place: int, column: Column) -> frozenset[int]:
    if not column.personal:
        return frozenset()
    return hidden([_cell(part.tallies[place], part.staff) for part in parts])


def _kinds(counted: Counted, *, is_whole: bool) -> tuple[Row, ...]:
    """Those that are hidden are one row, since even that there was one of a kind may be somebody's affair."""
    open_ = not counted.columns[0].personal or (is_whole and not counted.sensitive)
    cells = [_cell(tally, counted.staff) for _, tally in counted.kinds]
    kept_back = frozenset[int]() if open_ else hidden(cells)
    rows = [Row(name, (_said(tally),)) for place, (name, tally) in enumerate(counted.kinds) if place not in kept_back]
    if kept_back:
        rows.append(Row(f"其余 {len(kept_back)} 类", (HIDDEN,)))
    return tuple(rows)


def _cell(tally: Tally, staff: int) -> Cell:
    rest = tally.whole - tally.value if tally.whole is not None else None
    return Cell(tally.value, tally.people, staff, rest)


def _said(tally: Tally) -> str:
    return f"{tally.value}/{tally.whole}" if tally.whole is not None else str(tally.value)
