"""Whom a step of an approval asks: by name, by role, by title, or by where they stand to the applicant."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.identifiers import UserId

_PARTS: Final = re.compile(r"[(（)）,，、/;；\s]+")


class By(StrEnum):
    PERSON = "person"
    ROLE = "role"
    TITLE = "title"
    LEADER = "leader"  # of the applicant's department
    HEAD = "head"  # of a department, by its name


@dataclass(frozen=True, slots=True)
class Selector:
    """`value`: the userid, the role's key, the title, the department's name; nothing for the applicant's leader."""

    by: By
    value: str = ""

    @classmethod
    def person(cls, user: UserId) -> Self:
        return cls(By.PERSON, user)

    @classmethod
    def role(cls, role: Role) -> Self:
        return cls(By.ROLE, role)

    @classmethod
    def title(cls, title: str) -> Self:
        return cls(By.TITLE, title)

    @classmethod
    def leader(cls) -> Self:
        return cls(By.LEADER)

    @classmethod
    def head(cls, department: str) -> Self:
        return cls(By.HEAD, department)

    def holders(self, company: Company, applicant: UserId) -> tuple[UserId, ...]:
        """Everybody it names, whether he is here or not; nobody, where the post is vacant."""
        match self.by:
            case By.PERSON:
                return (UserId(self.value),)
            case By.ROLE:
                return tuple(sorted(company.grants.get(Role(self.value), ())))
            case By.TITLE:
                return bearers(company, self.value)
            case By.LEADER:
                return leaders_over(company, applicant)[:1]
            case By.HEAD:
                found = (each.leaders for each in company.departments if each.name == self.value)
                return next(found, ())


def bearers(company: Company, title: str) -> tuple[UserId, ...]:
    """Who is called this on his own: 常务副总裁 is no 总裁, 集团营销副总(分管副总) is both of what it says."""
    return tuple(
        person.user_id
        for person in company.people
        if person.active and title in person.position and title in _PARTS.split(person.position)
    )


def leaders_over(company: Company, user: UserId) -> tuple[UserId, ...]:
    """Those who lead his department and the ones above it, the nearest first; he himself may be among them."""
    person = company.person(user)
    by_id = {each.id: each for each in company.departments}
    department = by_id.get(person.main_department) if person else None
    found: dict[UserId, None] = {}
    seen: set[int] = set()
    while department and department.id not in seen:
        seen.add(department.id)
        found |= dict.fromkeys(department.leaders)
        department = by_id.get(department.parent) if department.parent is not None else None
    return tuple(found)
