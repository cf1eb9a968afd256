"""Whose row of a table it is: by account or staff number, else by name, of namesakes by the department beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.company import Company
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.identifiers import user_id

_COLUMNS: Final = {
    "account": ("账号", "帐号", "成员账号", "成员帐号", "userid", "用户id"),
    "number": ("工号", "员工编号", "员工号", "人员编号"),
    "name": ("姓名", "成员姓名", "员工姓名", "名字", "成员", "人员", "员工", "name"),
    "department": ("部门", "所属部门", "车间", "班组"),
}


@dataclass(frozen=True, slots=True)
class PeopleColumns:
    """Where in a row they stand, None where a table has no such column."""

    account: int | None = None
    number: int | None = None
    name: int | None = None
    department: int | None = None

    @property
    def places(self) -> frozenset[int]:
        found = (self.account, self.number, self.name, self.department)
        return frozenset(place for place in found if place is not None)


def people_columns(header: Sequence[str]) -> PeopleColumns | None:
    """None where it names nobody."""
    cells = [cell.strip().strip("*").casefold() for cell in header]
    found = {
        key: next((place for place, cell in enumerate(cells) if cell in names), None) for key, names in _COLUMNS.items()
    }
    columns = PeopleColumns(**found)
    return columns if columns.places - {columns.department} else None


def who(row: Sequence[str], columns: PeopleColumns, company: Company) -> Person:
    """Raises ValueError with what is wrong, in Chinese."""
    name = _cell(row, columns.name)
    if account := _cell(row, columns.account):
        return _checked(company.person(user_id(account)), account, name)
    if number := _cell(row, columns.number):
        return _checked(company.numbered(number), number, name)
    if not name:
        raise ValueError("没有填姓名")
    people = _called(name, company)
    if len(people) > 1 and (department := _cell(row, columns.department)):
        people = [each for each in people if _is_of(each, department, company)] or people
    if len(people) > 1:
        raise ValueError(f"叫「{shown(name)}」的有 {len(people)} 人，请写上账号或工号")
    if not people:
        raise ValueError(f"通讯录里没有「{shown(name)}」")
    return people[0]


def _checked(person: Person | None, written: str, name: str) -> Person:
    if person is None:
        raise ValueError(f"通讯录里没有「{shown(written)}」")
    if name and name.split("(")[0].split("（")[0] not in (person.name, person.alias):
        raise ValueError(f"「{shown(written)}」是{person.name}，不是{shown(name)}")
    return person


def _called(name: str, company: Company) -> list[Person]:
    """By the bare name, or as told apart from namesakes: 刘洋(0213)."""
    if people := company.named(name):
        return list(people)
    bare = name.replace("（", "(").replace("）", ")")
    return [each for each in company.named(bare.split("(")[0]) if company.told_apart(each) == bare]


def _is_of(person: Person, written: str, company: Company) -> bool:
    department = company.department_of(person)
    return department is not None and written.replace("\\", "/").split("/")[-1].strip() == department.name


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""
