"""Which departments tell of themselves, and who speaks for them: whoever leads one, by the directory or by his role."""

from collections.abc import Mapping, Sequence

from bot.domain.company import Company
from bot.domain.people import Department
from bot.domain.rights import Role
from bot.identifiers import UserId


def led_by(user: UserId, company: Company) -> Sequence[Department]:
    """Those that somebody speaks for, in the directory's order; his own where he is only called a head of it."""
    if user not in company.serving(Role.DEPT_HEAD):
        return ()
    led = [each for each in company.departments if user in each.leaders]
    person = company.person(user)
    home = company.department_of(person) if person and not led else None
    return [home] if home else led


def reporting(company: Company) -> Mapping[str, Sequence[UserId]]:
    """The path of each department that has a head, and its heads."""
    found: dict[str, list[UserId]] = {}
    for user in company.serving(Role.DEPT_HEAD):
        for each in led_by(user, company):
            found.setdefault(company.finder.departments.path(each), []).append(user)
    return found
