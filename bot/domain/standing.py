"""How high somebody stands, for one purpose only: nobody judges whom he stands below (D15§4.2; D11§3.1 for admins)."""

import re
import unicodedata
from enum import IntEnum
from typing import Final

from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.domain.rights import Grants, Role
from bot.patterns import regex


class Standing(IntEnum):
    STAFF = 0
    GROUP_ADMIN = 1  # of the group it is about
    HEAD = 2
    VICE_PRESIDENT = 3
    FIRST_VICE_PRESIDENT = 4
    PRESIDENT = 5


# Who serves an office is not in it, whatever stands between: 总裁特别助理, 总经理行政秘书. 总裁兼董事长助理 is in it.
_HELPER: Final = r"(?!办|[^兼、，,/;；()（）\s]{0,4}?(?:助理|秘书|特助|助手|司机|文员))"
_TITLES: Final = (
    (Standing.PRESIDENT, regex(rf"(?<!副)(?:总裁|董事长|首席执行官){_HELPER}|\bceo\b", re.IGNORECASE)),
    (Standing.FIRST_VICE_PRESIDENT, regex(rf"常务副(?:总裁|总经理|总(?![裁经])){_HELPER}|(?<!副)总经理{_HELPER}")),
    (Standing.VICE_PRESIDENT, regex(rf"副(?:总裁|董事长|总经理|总(?![裁经])){_HELPER}")),
    (Standing.HEAD, regex(r"总监(?!助理|秘书)|(?:总裁|董事长)(?:特别|高级)?助理|负责人")),
)
_BY_ROLE: Final = {
    Role.EXECUTIVE: Standing.VICE_PRESIDENT,
    Role.DEPT_HEAD: Standing.HEAD,
    Role.MGMT_GROUP: Standing.HEAD,
}
_OFFICES: Final = frozenset({Role.HR, Role.SECURITY, Role.WECOM_ADMIN, Role.PRESIDENT_OFFICE})


def standing(person: Person, *, grants: Grants, group: Group | None = None) -> Standing:
    """By title, by role, and as an administrator of `group`, whichever is highest."""
    roles = [given for role, given in _BY_ROLE.items() if person.user_id in grants.get(role, ())]
    if group and person.user_id in group.keepers:
        roles.append(Standing.GROUP_ADMIN)
    return max([by_title(person.position), *roles])


def by_title(position: str) -> Standing:
    title = unicodedata.normalize("NFKC", position)
    return next((given for given, pattern in _TITLES if pattern.search(title)), Standing.STAFF)


def may_judge(actor: Person, target: Person, *, by: Role | None, grants: Grants, group: Group | None = None) -> bool:
    """`by`: the right he acts by; an office stands as high as a head, whoever holds it.

    Equals may, except administrators of one group: one of them over another is the management group's affair (D11§3.1).
    """
    own = standing(actor, grants=grants, group=group)
    office = Standing.HEAD if by in _OFFICES else Standing.STAFF
    other = standing(target, grants=grants, group=group)
    return other < max(own, office) or (other == max(own, office) and other is not Standing.GROUP_ADMIN)
