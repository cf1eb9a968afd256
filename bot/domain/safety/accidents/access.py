"""Who has to do with an accident: those in charge of safety, the unit's head, the department's, human resources."""

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.statements import Topic
from bot.domain.safety.areas import area_of, heads
from bot.identifiers import UserId


def right_over(user: UserId, case: Case, company: Company) -> Role | None:
    """By which role somebody keeps the case; None: it is not his to keep. Human resources see it: see `may_see`."""
    if not company.is_here(user):
        return None
    for role in (Role.SAFETY_ADMIN, company.safety.accidents.unit_head, Role.EXECUTIVE):
        if user in company.grants.get(role, ()):
            return role
    return Role.DEPT_HEAD if user in own_heads(case, company) else None


def may_see(user: UserId, case: Case, company: Company) -> bool:
    """Work injuries are the business of the human resources (工伤保险条例 art. 17)."""
    of_hr = company.is_here(user) and user in company.grants.get(Role.HR, ())
    return of_hr or right_over(user, case, company) is not None


def own_heads(case: Case, company: Company) -> tuple[UserId, ...]:
    """Who leads the department where it happened: he looks into it, but never alone (D4§5.2(3))."""
    place = case.value(Topic.PLACE) or case.accident.facts.place or ""
    return heads(area_of(place, company, case.accident.reporter), company)


def in_charge(company: Company) -> tuple[UserId, ...]:
    """Who keeps the case day by day; where nobody is in charge of safety, who heads the unit."""
    return company.serving(Role.SAFETY_ADMIN) or unit_heads(company)


def unit_heads(company: Company) -> tuple[UserId, ...]:
    return company.serving(company.safety.accidents.unit_head)
