"""Who may read somebody else's cases: the offices that judge, and of a group's own cases whoever looks after it.

What only human resources handle is seen by them alone (女职工劳动保护特别规定 art. 11).
"""

from typing import Final

from bot.domain.company import Company
from bot.domain.moderation.cases.case import Case
from bot.domain.people import Person
from bot.domain.rights import Role

_ALL: Final = (Role.MGMT_GROUP, Role.HR, Role.GROUP_HR, Role.PRESIDENT_OFFICE, Role.LEGAL)


def may_look(viewer: Person, company: Company) -> bool:
    """Whether anybody else's are his affair at all."""
    return _sees_all(viewer, company) or any(viewer.user_id in group.keepers for group in company.groups)


def seen_by(viewer: Person, case: Case, company: Company) -> bool:
    if case.about.of_hr_alone:
        return viewer.user_id in company.holders(Role.HR)
    group = company.group(case.group) if case.group else None
    return _sees_all(viewer, company) or (group is not None and viewer.user_id in group.keepers)


def _sees_all(viewer: Person, company: Company) -> bool:
    return any(viewer.user_id in company.holders(role) for role in _ALL)
