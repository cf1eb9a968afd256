"""Who of the company is a direct user, by position and department (D9§7): supervisors and above, and sales."""

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.identifiers import UserId


def direct_users(company: Company) -> frozenset[UserId]:
    rules = company.notices.matrix
    sales = frozenset[UserId]().union(*(company.staff_of(each) for each in rules.sales))
    heads = frozenset(company.serving(Role.EXECUTIVE, Role.DEPT_HEAD))
    titled = (each.user_id for each in company.people if any(title in each.position for title in rules.titles))
    return sales | heads | frozenset(titled)
