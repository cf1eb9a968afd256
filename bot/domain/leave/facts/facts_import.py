"""HR's table of facts, read row by row: whose they are, what they say, and which rows nobody can read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.company import Company
from bot.domain.leave.facts.fact import Fact, What, standing
from bot.domain.leave.facts.fact_words import Column, column
from bot.domain.people import Person
from bot.domain.staff_rows import PeopleColumns, people_columns, who
from bot.identifiers import UserId
from bot.patterns import regex

HEADER_WITHIN: Final = 30  # rows
_PROOF: Final = regex("依据|证明|凭证|备注|说明")
_SEVERAL: Final = regex(r"[、,，;；\n]+")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """What one row says of one person."""

    number: int
    person: Person
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactsRead:
    """`problems` are finished, each with its row: `第 5 行，…`."""

    lines: tuple[Line, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A fact that isn't registered yet, or is registered otherwise (`before`)."""

    line: int
    fact: Fact
    before: Fact | None = None


@dataclass(frozen=True, slots=True)
class _Header:
    row: int
    people: PeopleColumns
    facts: Mapping[int, Column]
    proof: int | None


def read(rows: Rows, company: Company, today: date, writer: UserId) -> FactsRead | None:
    """None: it is a table of something else. `writer` doesn't register himself."""
    headers = (_header(number, rows, company, today) for number in range(min(len(rows), HEADER_WITHIN)))
    header = next(filter(None, headers), None)
    if header is None:
        return None
    lines: list[Line] = []
    problems: list[str] = []
    first: dict[UserId, int] = {}
    for number, row in enumerate(rows[header.row + 1 :], header.row + 2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            line = _line(number, row, header, company, today)
            if line.person.user_id == writer:
                raise ValueError("是你自己，要由别的同事登记")
            if (before := first.setdefault(line.person.user_id, number)) != number:
                raise ValueError(f"和第 {before} 行是同一个人，请合成一行")
            lines.append(line)
        except ValueError as error:
            problems.append(f"第 {number} 行，{error}")
    return FactsRead(tuple(lines), tuple(problems))


def news(read: FactsRead, said: Mapping[UserId, Iterable[Fact]]) -> tuple[News, ...]:
    """What of it isn't registered yet. `said`: all that was ever said of these people."""
    found = []
    for line in read.lines:
        known = standing(said.get(line.person.user_id, ()))
        for fact in line.facts:
            before = known.get(fact.place)
            if before is None or before.value != fact.value:
                found.append(News(line.number, fact, before))
    return tuple(found)


def _header(number: int, rows: Rows, company: Company, today: date) -> _Header | None:
    people = people_columns(rows[number])
    if people is None:
        return None
    found = {place: column(cell, company.leave.types, today.year) for place, cell in enumerate(rows[number])}
    facts = {place: each for place, each in found.items() if each and place not in people.places}
    others = (place for place, cell in enumerate(rows[number]) if place not in facts and _PROOF.search(cell))
    return _Header(number, people, facts, next(others, None)) if facts else None


def _line(number: int, row: Sequence[str], header: _Header, company: Company, today: date) -> Line:
    """Raises ValueError with what is wrong."""
    person = who(row, header.people, company)
    proof = _cell(row, header.proof)[:60] if header.proof is not None else ""
    facts: dict[tuple[What, str], Fact] = {}
    for place, each in header.facts.items():
        for written in _written(_cell(row, place), each):
            fact = each.fact(person.user_id, written, today, proof)
            facts[fact.place] = fact
    if not facts:
        raise ValueError(f"{company.told_apart(person)}这一行没有填内容")
    return Line(number, person, tuple(facts.values()))


def _written(cell: str, place: Column) -> Sequence[str]:
    """Children may stand in one cell; what only says that there is nothing says nothing."""
    if cell in ("", "-", "—", "无", "/", "暂无"):
        return ()
    return [part.strip() for part in _SEVERAL.split(cell) if part.strip()] if place.what is What.CHILD else [cell]


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""
