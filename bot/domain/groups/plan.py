"""A group that somebody asks for: what approvers look at, and the group that it becomes once they agree (D7§4)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from bot.domain.company import Company
from bot.domain.groups.composition import who_belongs, who_must_be_in
from bot.domain.groups.group import Group, GroupState
from bot.identifiers import GroupId, UserId

FEWEST, MOST = 2, 2000  # members of a group that the app makes (D-98913)
NAMELESS: Final = GroupId("")


@dataclass(frozen=True, slots=True)
class Plan:
    """`kind` is the type's key. `members`: who was named; `staff`: departments all of whose people come along.

    `departments`: whose group it is, where its type is for the people of some. `admin`: who is to look after it, if not
    the applicant himself.
    """

    applicant: UserId
    kind: str
    name: str
    departments: tuple[str, ...] = ()
    members: tuple[UserId, ...] = ()
    staff: tuple[str, ...] = ()
    admin: UserId | None = None
    purpose: str = ""

    def payload(self) -> Mapping[str, str]:
        """As a request carries it."""
        return {
            "type": self.kind,
            "name": self.name,
            "departments": "\n".join(self.departments),
            "members": "\n".join(self.members),
            "staff": "\n".join(self.staff),
            "admin": self.admin or "",
            "purpose": self.purpose,
        }

    @classmethod
    def of(cls, payload: Mapping[str, str], applicant: UserId) -> Self:
        admin = payload.get("admin")
        return cls(
            applicant,
            payload["type"],
            payload["name"],
            departments=_lines(payload.get("departments", "")),
            members=tuple(map(UserId, _lines(payload.get("members", "")))),
            staff=_lines(payload.get("staff", "")),
            admin=UserId(admin) if admin else None,
            purpose=payload.get("purpose", ""),
        )

    def group(self, company: Company, *, approved_by: Collection[UserId] = ()) -> Group:
        """As it is to be made, by who is here now. Its owner is its administrator: whom the plan names, else the
        applicant.

        Who doesn't belong in a group of this type is exempt: his approval is that of the whole. Approvers come along
        where they belong, or where there would be too few without them.
        """
        owner = self.admin or self.applicant
        bare = Group(
            NAMELESS,
            self.name,
            self.kind,
            purpose=self.purpose,
            departments=self.departments,
            owner=owner,
            admins=frozenset({owner}),
            state=GroupState.TO_MAKE,
        )
        wanted = {owner, *self.members, *who_must_be_in(bare, company)}
        wanted |= {user for name in self.staff for user in company.staff_of(name)}
        belong = who_belongs(bare, company)
        wanted |= {user for user in approved_by if belong is None or user in belong}
        if len(wanted) < FEWEST:
            wanted |= set(approved_by)
        here = frozenset(user for user in wanted if user == owner or company.is_here(user))
        return replace(bare, members=here, exempt=frozenset() if belong is None else here - belong)


def _lines(written: str) -> tuple[str, ...]:
    return tuple(written.split("\n")) if written else ()
