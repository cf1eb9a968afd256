"""Where the list of human resources and WeCom's directory say different things of who is here (D18§2, S58)."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.accounts.newcomer import same_name
from bot.domain.accounts.staff_list import Listed, StaffRows
from bot.domain.company import Company
from bot.domain.nicknames.folding import fold
from bot.domain.people import Department, Person
from bot.identifiers import UserId, user_id

MOST_SHOWN: Final = 10
_FEWEST: Final = 0.5  # of the directory: a list with fewer people is one of a part of the company


class Gap(StrEnum):
    MISSING = "通讯录里没有"
    OFF = "账号停用着"
    EXTRA = "花名册里没有"
    LEFT = "花名册上已离职"
    RENAMED = "姓名不同"
    MOVED = "部门不同"
    POST = "职务不同"
    MOBILE = "手机号不同"


@dataclass(frozen=True, slots=True)
class Difference:
    """`user` is empty where there is no account. `listed`: what the list says, `known`: what the directory does; of a
    mobile number neither. `department`: the one that is meant, None: there is none called so."""

    gap: Gap
    name: str
    user: UserId | None = None
    listed: str = ""
    known: str = ""
    row: Listed | None = None
    department: Department | None = None

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.gap}|{self.user}|{self.name}|{self.listed}".encode()).hexdigest()[:16]

    @property
    def said(self) -> str:
        """`张三 部门不同：花名册 研发部，通讯录 生产部`."""
        if self.listed or self.known:
            return f"{self.name} {self.gap}：花名册 {self.listed or '（空）'}，通讯录 {self.known or '（空）'}"
        return f"{self.name} {self.gap}"


def differences(found: StaffRows, company: Company, *, apart: frozenset[UserId] = frozenset()) -> Sequence[Difference]:
    """`apart`: accounts that are on no list, such as those of outsiders."""
    met: set[UserId] = set()
    seen: list[Difference] = []
    names: dict[str, list[Person]] = {}
    for each in company.people:
        names.setdefault(fold(each.name), []).append(each)
    for row in found.listed:
        person = _whose(row, company, names)
        if person:
            met.add(person.user_id)
        seen += _of(row, person, company)
    if _is_whole(found, company):
        extra = [each for each in company.people if each.active and each.user_id not in met | apart]
        seen += [Difference(Gap.EXTRA, each.name, each.user_id) for each in extra]
    return sorted(seen, key=lambda each: list(Gap).index(each.gap))


def _is_whole(found: StaffRows, company: Company) -> bool:
    here = sum(person.active for person in company.people)
    return sum(not row.gone for row in found.listed) >= here * _FEWEST


def _of(row: Listed, person: Person | None, company: Company) -> Iterator[Difference]:
    if person is None or not person.active:
        if not row.gone:
            gap = Gap.MISSING if person is None else Gap.OFF
            department = _department(row.department, company)
            yield Difference(gap, row.name, person.user_id if person else None, row=row, department=department)
        return
    if row.gone:
        yield Difference(Gap.LEFT, person.name, person.user_id, row=row)
        return
    if not same_name(row.name.split("(")[0].split("（")[0], person.name):
        yield Difference(Gap.RENAMED, person.name, person.user_id, row.name, person.name, row)
    yield from _place(row, person, company)
    if row.position and row.position != person.position:
        yield Difference(Gap.POST, person.name, person.user_id, row.position, person.position, row)


def _place(row: Listed, person: Person, company: Company) -> Iterator[Difference]:
    own = company.department_of(person)
    wanted = _department(row.department, company)
    if not row.department or (wanted and wanted.id in {person.main_department, *person.departments}):
        return
    known = own.name if own else ""
    yield Difference(Gap.MOVED, person.name, person.user_id, row.department, known, row, wanted)


def _department(name: str, company: Company) -> Department | None:
    found = company.finder.departments.spot(name) if name else None
    whole = found is not None and found.end - found.start == len(name) and len(found.departments) == 1
    return found.departments[0] if found and whole else None


def _whose(row: Listed, company: Company, names: Mapping[str, Sequence[Person]]) -> Person | None:
    """By account, else by staff number, else by name, of namesakes by department; who is here before who isn't."""
    if row.account:
        return company.person(user_id(row.account))
    if row.number and (known := company.numbered(row.number)):
        return known
    named = names.get(fold(row.name), ())
    here = [each for each in named if each.active] or named
    if len(here) > 1:
        department = _department(row.department, company)
        here = [each for each in here if department and each.main_department == department.id] or here
    return here[0] if here else None
