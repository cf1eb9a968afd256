"""Whom a step of an approval asks: by name, by role, by title, or by where they stand to the applicant."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Self

from bot.domain.approvals.line import line_above
from bot.domain.company import Company
from bot.domain.groups.keeping import keepers_of
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId


class By(StrEnum):
    PERSON = "person"
    ROLE = "role"
    TITLE = "title"
    LEADER = "leader"  # of the applicant
    HEAD = "head"  # of a department, by its name
    KEEPER = "keeper"  # of a group, by its id; where none of them is here, who appoints them


@dataclass(frozen=True, slots=True)
class Selector:
    """`value`: the userid, the role's key, the title, the department's name, the group's id; nothing for the leader."""

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

    @classmethod
    def keeper(cls, group: GroupId) -> Self:
        return cls(By.KEEPER, group)

    def holders(self, company: Company, applicant: UserId) -> tuple[UserId, ...]:
        """Everybody it names, whether he is here or not; nobody, where the post is vacant."""
        match self.by:
            case By.PERSON:
                return (UserId(self.value),)
            case By.ROLE:
                return company.holders(Role(self.value))
            case By.TITLE:
                return company.titled(self.value)
            case By.LEADER:
                return tuple(islice(line_above(company, applicant), 1))
            case By.HEAD:
                found = (each.leaders for each in company.departments if each.name == self.value)
                return next(found, ())
            case By.KEEPER:
                group = company.group(GroupId(self.value))
                return keepers_of(group, company) if group else ()
