"""Where the list of human resources and WeCom's directory say different things of who is here (D18§2, S58)."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.accounts.newcomer import MOBILE, same_name
from bot.domain.company import Company
from bot.domain.nicknames.folding import fold
from bot.domain.people import Department, Person
from bot.identifiers import UserId, user_id

Rows = Sequence[Sequence[str]]
HEADER_WITHIN: Final = 10  # rows
MOST_SHOWN: Final = 10
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("姓名", "员工姓名", "成员姓名", "name"),
    "department": ("部门", "所属部门", "department"),
    "account": ("账号", "帐号", "成员账号", "成员帐号", "userid"),
    "number": ("工号", "员工编号", "员工号", "人员编号"),
    "position": ("职务", "职位", "岗位", "position"),
    "mobile": ("手机", "手机号", "手机号码", "联系电话", "mobile"),
    "state": ("状态", "在职状态", "员工状态", "人员状态"),
}
_GONE: Final = ("离职", "已离职", "退休", "终止", "辞退")
_NOT_DIGITS: Final = re.compile(r"[ \-+]")
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
class Listed:
    """A row of the list."""

    line: int
    name: str
    department: str
    account: str = ""
    number: str = ""
    position: str = ""
    mobile: str = ""
    gone: bool = False


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


@dataclass(frozen=True, slots=True)
class StaffRows:
    """`sure`: it can be nothing else than a list of the staff. `problems`: lines that name nobody."""

    listed: tuple[Listed, ...]
    problems: tuple[str, ...]
    sure: bool


def read(rows: Rows) -> StaffRows | None:
    """None: it is a table of something else."""
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(row)
        if {"name", "department"} <= columns.keys() and columns.keys() & {"account", "number", "position", "mobile"}:
            return _read(rows[place + 1 :], columns, place + 2)
    return None


def _columns(header: Sequence[str]) -> Mapping[str, int]:
    cells = [cell.strip().strip("*").casefold() for cell in header]
    found = {key: next((at for at, cell in enumerate(cells) if cell in names), None) for key, names in _COLUMNS.items()}
    return {key: at for key, at in found.items() if at is not None}


def _read(rows: Rows, columns: Mapping[str, int], first: int) -> StaffRows:
    listed: list[Listed] = []
    problems: list[str] = []
    for line, row in enumerate(rows, first):
        cells = {key: " ".join(row[at].split()) if at < len(row) else "" for key, at in columns.items()}
        if not any(cells.values()):
            continue
        if not cells["name"]:
            problems.append(f"第 {line} 行没有填姓名")
            continue
        gone = any(cells.get("state", "").startswith(each) for each in _GONE)
        mobile = _NOT_DIGITS.sub("", cells.get("mobile", "")).removeprefix("86")
        listed.append(
            Listed(
                line,
                cells["name"][:64],
                cells["department"].replace("\\", "/").split("/")[-1].strip()[:64],
                cells.get("account", "")[:64],
                cells.get("number", "")[:32],
                cells.get("position", "")[:64],
                mobile if MOBILE.fullmatch(mobile) else "",
                gone,
            )
        )
    return StaffRows(tuple(listed), tuple(problems), "mobile" in columns)


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
