"""Who decides on a leave, by who asks and how long it is (D6§12): rows of data, and the steps that come of them.

A right by law is refused by nobody: HR looks at its papers, the manager is told, or may speak about the dates alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bot.domain.approvals.line import line_above
from bot.domain.approvals.request import Power, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.leave.types.leave_type import LeaveType, Say
from bot.domain.rights import Role
from bot.domain.standing import Standing, by_title
from bot.identifiers import UserId


class Rank(StrEnum):
    """Where an applicant stands in the matrix."""

    STAFF = "员工"
    HEAD = "部门负责人"
    EXECUTIVE = "分管副总及以上"


class Desk(StrEnum):
    """Whose turn it is, named by where they stand to the applicant."""

    LEADER = "直接上级"
    HEAD = "部门负责人"
    HR = "人力资源"
    VICE = "分管副总"
    FIRST_VICE = "常务副总裁"
    PRESIDENT = "总裁"
    OFFICE = "总裁办"


@dataclass(frozen=True, slots=True)
class Row:
    """For whoever asks for up to `days` (None: any more). `asks` in order; `files`: who is told of it (备案)."""

    rank: Rank
    days: int | None
    asks: tuple[Desk, ...]
    files: tuple[Desk, ...] = ()


MATRIX: Final = (
    Row(Rank.STAFF, 1, (Desk.LEADER,)),
    Row(Rank.STAFF, 3, (Desk.HEAD,)),
    Row(Rank.STAFF, 7, (Desk.HEAD, Desk.HR)),
    Row(Rank.STAFF, None, (Desk.HEAD, Desk.HR, Desk.VICE)),
    Row(Rank.HEAD, 3, (Desk.VICE,), (Desk.HR,)),
    Row(Rank.HEAD, 7, (Desk.VICE, Desk.HR)),
    Row(Rank.HEAD, None, (Desk.FIRST_VICE,)),
    Row(Rank.EXECUTIVE, 3, (Desk.PRESIDENT,), (Desk.OFFICE,)),
    Row(Rank.EXECUTIVE, None, (Desk.PRESIDENT,)),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One step, and what whoever decides it may do."""

    desk: Desk
    selector: Selector
    power: Power

    @property
    def step(self) -> Step:
        return Step((self.selector,), power=self.power)


@dataclass(frozen=True, slots=True)
class Plan:
    """`turns` in order; `told`: who only hears of it, once it is approved; for a right by law, at once."""

    turns: tuple[Turn, ...]
    told: tuple[Selector, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(turn.step for turn in self.turns)


def plan(kind: LeaveType, days: Fraction, applicant: UserId, company: Company, rows: Sequence[Row] = MATRIX) -> Plan:
    """`days`: with the leaves that adjoin it (`together.summed`), in the type's own counting.

    HR looks at the papers once, wherever the row has HR already.
    """
    row = row_for(rank_of(applicant, company), days, rows)
    if kind.say is Say.NONE:
        told = [desk for desk in (*row.asks[:1], *row.files) if desk is not Desk.HR]
        return Plan((_turn(Desk.HR, Power.PAPERS, applicant, company),), _selectors(told, applicant, company))
    power = Power.DATES if kind.say is Say.DATES else Power.DECIDES
    desks = row.asks if Desk.HR in row.asks or not kind.needs_hr else (*row.asks, Desk.HR)
    turns = (
        _turn(desk, Power.PAPERS if kind.needs_hr and desk is Desk.HR else power, applicant, company) for desk in desks
    )
    return Plan(tuple(turns), _selectors([desk for desk in row.files if desk not in desks], applicant, company))


def row_for(rank: Rank, days: Fraction, rows: Sequence[Row]) -> Row:
    """The first one of this rank that is long enough; the last where none is."""
    own = [row for row in rows if row.rank is rank]
    return next((row for row in own if row.days is None or days <= row.days), own[-1])


def rank_of(applicant: UserId, company: Company) -> Rank:
    """By title, and by the roles that the configuration gives."""
    person = company.person(applicant)
    title = by_title(person.position) if person else Standing.STAFF
    grants = company.grants
    if title >= Standing.VICE_PRESIDENT or applicant in grants.get(Role.EXECUTIVE, ()):
        return Rank.EXECUTIVE
    if title is Standing.HEAD or applicant in grants.get(Role.DEPT_HEAD, ()) or _leads(applicant, company):
        return Rank.HEAD
    return Rank.STAFF


def _leads(applicant: UserId, company: Company) -> bool:
    return any(applicant in department.leaders for department in company.departments)


def _turn(desk: Desk, power: Power, applicant: UserId, company: Company) -> Turn:
    return Turn(desk, selector(desk, applicant, company), power)


def _selectors(desks: Iterable[Desk], applicant: UserId, company: Company) -> tuple[Selector, ...]:
    return tuple(selector(desk, applicant, company) for desk in desks)


def selector(desk: Desk, applicant: UserId, company: Company) -> Selector:
    """Whom it names for this applicant. A post that nobody has falls to the next in line, when its turn comes."""
    match desk:
        case Desk.LEADER:
            return Selector.leader()
        case Desk.HEAD:
            name = _headed_department(applicant, company)
            return Selector.head(name) if name else Selector.leader()
        case Desk.HR:
            return Selector.role(Role.HR)
        case Desk.VICE:
            return _vice_president(applicant, company)
        case Desk.FIRST_VICE | Desk.PRESIDENT:
            return Selector.title(desk)
        case Desk.OFFICE:
            return Selector.role(Role.PRESIDENT_OFFICE)


def _headed_department(applicant: UserId, company: Company) -> str | None:
    """His department, or the nearest above it that has a head other than him."""
    by_id = {department.id: department for department in company.departments}
    person = company.person(applicant)
    at = by_id.get(person.main_department) if person else None
    seen: set[int] = set()
    while at and at.id not in seen:
        if any(leader != applicant for leader in at.leaders):
            return at.name
        seen.add(at.id)
        at = by_id.get(at.parent) if at.parent is not None else None
    return None


def _vice_president(applicant: UserId, company: Company) -> Selector:
    """The one over him, where the directory says who that is; else whoever is called so, else the one above those.

    A first vice president is in charge of those alone whose leader the directory says he is.
    """
    line = tuple(line_above(company, applicant))
    people = [person for user in (applicant, *line) if (person := company.person(user)) and person.active]
    led = {leader for person in people for leader in person.leaders}
    for person in (each for each in people if each.user_id != applicant):
        title = by_title(person.position)
        in_charge = title is Standing.FIRST_VICE_PRESIDENT and person.user_id in led
        if title is Standing.VICE_PRESIDENT or in_charge:
            return Selector.person(person.user_id)
    return Selector.title(Desk.VICE if company.titled(Desk.VICE) else Desk.FIRST_VICE)
