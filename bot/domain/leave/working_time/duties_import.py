"""A roster as a table: people down, the days of a month across, in each cell a shift, its hours or 休.

Which month it is stands in the days themselves or in a title above them. What the words mean is in the configuration,
or in a legend beside the table: `夜 20:00-08:00`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.calendar.shift import Shift, read_shift
from bot.domain.company import Company
from bot.domain.leave.working_time.duties import REST, UNSAID, empty_month
from bot.domain.people import Person
from bot.domain.staff_rows import PeopleColumns, people_columns, who
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.domain.written_days import written_day
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex

HEADER_WITHIN: Final = 30  # rows
FEWEST: Final = 5  # days across; fewer are a table of something else
REST_WORDS: Final = frozenset(["休", "休息", "例休", "公休", "轮休", "调休", "补休", "息", "x", "off", "r", "0"])
USUAL_WORDS: Final = frozenset(["常", "常白", "常白班", "正常", "班", "上", "上班", "√", "✓", "1"])
_MONTH: Final = regex(r"(?:(20\d\d)\s*[年\-/.]\s*)?(\d{1,2})\s*月")
_DAY: Final = regex(
    r"(?:(?P<month>\d{1,2})\s*[月\-/.]\s*)?(?P<day>\d{1,2})\s*[日号]?(?:\s*[(（]?(?:周|星期)?[一二三四五六日天][)）]?)?"
)
_HOURS: Final = regex(r"\d{1,2}:\d\d\s*[-~—–至到]\s*\d{1,2}:\d\d")
_LEGEND: Final = regex(rf"([^\s\d:：=，,；;、]{{1,4}})\s*[:：=(（]?\s*({_HOURS.pattern}(?:\s+{_HOURS.pattern})*)")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class DutiesRead:
    """`cells`: of each person a cell for each day of the month. `problems` are finished, each with its row."""

    month: date
    cells: Mapping[UserId, Sequence[str]]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    row: int
    people: PeopleColumns
    days: Mapping[int, date]  # place -> day

    def is_somebody(self, row: Sequence[str]) -> bool:
        """A legend or a remark below has nothing under the days."""
        named = any(place < len(row) and row[place].strip() for place in self.people.places)
        return named and any(place < len(row) and row[place].strip() for place in self.days)


def read(
    rows: Rows, company: Company, today: date, people: Iterable[UserId] | None, writer: UserId
) -> DutiesRead | None:
    """None: it is a table of something else. `people`: whose rosters the writer plans, None for everybody's but his
    own: who made his days of leave days of rest would have them back.

    Raises UserError where nobody can tell which month it is.
    """
    found = [number for number in range(min(len(rows), HEADER_WITHIN)) if _is_header(rows[number])]
    if not found:
        return None
    header = _header(found[0], rows, today)
    month = min(header.days.values()).replace(day=1)
    below = rows[header.row + 1 :]
    beside = [*rows[: header.row], *(row for row in below if not header.is_somebody(row))]
    words = _words([" ".join(row) for row in beside], company)
    planned = frozenset(people) if people is not None else None
    reader = _Reader(header, company, month, planned, writer, words)
    cells: dict[UserId, Sequence[str]] = {}
    problems: list[str] = []
    for number, row in enumerate(below, header.row + 2):
        if not header.is_somebody(row):
            continue
        try:
            person, line = reader.read(row)
            if person.user_id in cells:
                raise ValueError(f"{company.told_apart(person)}前面已经有一行了")
            cells[person.user_id] = line
        except ValueError as error:
            problems.append(f"第 {number} 行，{error}")
    return DutiesRead(month, cells, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Reader:
    header: _Header
    company: Company
    month: date
    people: frozenset[UserId] | None
    writer: UserId
    words: Mapping[str, str]

    def read(self, row: Sequence[str]) -> tuple[Person, Sequence[str]]:
        """Raises ValueError."""
        person = who(row, self.header.people, self.company)
        if person.user_id == self.writer:
            raise ValueError("自己的排班自己不能导入，请人力资源的同事导入")
        if self.people is not None and person.user_id not in self.people:
            raise ValueError(f"{self.company.told_apart(person)}不在你负责的部门，请由他的部门负责人或人力资源排班")
        cells = empty_month(self.month)
        for place, on in self.header.days.items():
            if place < len(row) and on.replace(day=1) == self.month:
                cells[on.day - 1] = self._cell(row[place], on)
        return person, cells

    def _cell(self, written: str, on: date) -> str:
        cell = narrow(written).strip().casefold()
        if not cell:
            return UNSAID
        if cell in self.words:
            return self.words[cell]
        if hours := _hours(cell):
            return hours
        raise ValueError(
            f"{on.month}月{on.day}日的「{shown(written.strip())}」不知道是几点到几点。"
            "直接写 08:00-17:00，或在表格旁边写上说明，例如：夜 20:00-08:00"
        )


def _is_header(row: Sequence[str]) -> bool:
    return people_columns(row) is not None and sum(bool(_day(cell)) for cell in row) >= FEWEST


def _header(number: int, rows: Rows, today: date) -> _Header:
    people = people_columns(rows[number])
    if people is None:
        raise ValueError("no header")
    said = [each for row in rows[:number] for cell in row for each in _MONTH.findall(cell)]
    days = dict(_dated(rows[number], people, _title(said, today), today))
    return _Header(number, people, days)


def _title(said: Sequence[tuple[str, str]], today: date) -> date | None:
    """The month in a title above; without its year, the one that is nearest."""
    for year, month in said:
        if 1 <= int(month) <= 12:
            return date(int(year), int(month), 1) if year else _nearest(int(month), today)
    return None


def _nearest(month: int, today: date) -> date:
    years = (today.year - 1, today.year, today.year + 1)
    return min((date(year, month, 1) for year in years), key=lambda first: abs((first - today.replace(day=1)).days))


def _dated(row: Sequence[str], people: PeopleColumns, title: date | None, today: date) -> Iterator[tuple[int, date]]:
    for place, cell in enumerate(row):
        if place in people.places:
            continue
        if whole := written_day(cell):
            yield place, whole
        elif found := _day(cell):
            first = _nearest(int(found["month"]), today) if found["month"] else title
            if first is None:
                raise UserError(
                    Code.MISSING_ARG, "没看出是哪个月的排班，什么都没有改动。请在表头上面写上，例如：2026年12月排班表。"
                )
            if int(found["day"]) <= last_of_month(first.year, first.month).day:
                yield place, first.replace(day=int(found["day"]))


def _day(cell: str) -> re.Match[str] | None:
    found = _DAY.fullmatch(narrow(cell).strip())
    if found and 1 <= int(found["day"]) <= 31 and 1 <= int(found["month"] or 1) <= 12:
        return found
    whole = written_day(cell)
    return _DAY.fullmatch(f"{whole.month}-{whole.day}") if whole else None


def _words(legends: Iterable[str], company: Company) -> Mapping[str, str]:
    """What a cell may say -> its hours or REST: the legend's word counts before the configuration's."""
    words = dict.fromkeys(REST_WORDS, REST) | {word: written(company.pace.shift) for word in USUAL_WORDS}
    words |= {name.casefold(): hours for name, hours in company.leave.shifts.items()}
    for text in legends:
        for name, hours in _LEGEND.findall(narrow(text)):
            if read := _hours(hours):
                words[name.casefold()] = read
    words |= {f"{name}班": hours for name, hours in words.items() if not name.endswith("班")}
    return words


def _hours(written_hours: str) -> str:
    """As they are kept, 20:00-08:00; empty where they are none."""
    found = _HOURS.findall(written_hours)
    if not found or _HOURS.sub("", written_hours).strip(" ,，、和"):
        return ""
    try:
        return written(read_shift(" ".join(re.sub(r"\s*[-~—–至到]\s*", "-", each) for each in found)))
    except ValueError:
        return ""


def written(shift: Shift) -> str:
    """`08:30-12:00 13:30-18:00`: what `read_shift` reads."""
    edges = [shift.start, *(edge for each in shift.breaks for edge in each), shift.end]
    pairs = [pair for number, pair in enumerate(pairwise(edges)) if number % 2 == 0]
    return " ".join(f"{first:%H:%M}-{last:%H:%M}" for first, last in pairs)
