"""Things that happened, by department or group."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.domain.figures.counts import Some
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Part, Tally
from bot.identifiers import UserId

T = TypeVar("T")


def grouped(
    things: Iterable[T],
    columns: tuple[Column, ...],
    tallies: Callable[[Sequence[T]], tuple[Tally, ...]],
    place: Callable[[T], int | None],
    parts: Parts,
    *,
    kinds: Callable[[Sequence[T]], Iterable[tuple[str, Tally]]] = lambda _: (),
    sensitive: bool = False,
    facts: Callable[[Sequence[T]], Iterable[str]] = lambda _: (),
) -> Counted:
    """`place`: the part that a thing counts in, or None where it isn't of this scope."""
    rows: list[list[T]] = [[] for _ in parts.names]
    for each in things:
        row = place(each)
        if row is not None:
            rows[row].append(each)
    every = [each for row in rows for each in row]
    named = zip(parts.names, parts.staff, rows, strict=True)
    return Counted(
        columns,
        tallies(every),
        sum(parts.staff),
        tuple(Part(name, staff, tallies(row)) for name, staff, row in named if staff or row),
        tuple(kinds(every)),
        sensitive=sensitive,
        facts=tuple(facts(every)),
    )


def kinds_of(some: Sequence[Some]) -> Iterable[tuple[str, Tally]]:
    """The most frequent first."""
    many: dict[str, int] = {}
    people: dict[str, set[UserId]] = {}
    for each in some:
        many[each.kind] = many.get(each.kind, 0) + each.many
        people.setdefault(each.kind, set()).add(each.user)
    for kind in sorted(many, key=lambda kind: (-many[kind], kind)):
        yield kind, Tally(many[kind], len(people[kind]))
