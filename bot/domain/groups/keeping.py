"""Who looks after a group at this moment: who lets people in and out (D7§5, D7§6)."""

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers
from bot.identifiers import UserId


def keepers_here(group: Group, company: Company) -> tuple[UserId, ...]:
    """Its administrators and their deputies, as far as they have not left and aren't suspended."""
    in_order = [*sorted(group.admins), *sorted(group.deputies)]
    return tuple(user for user in dict.fromkeys(in_order) if company.decides(user))


def keepers_of(group: Group, company: Company) -> tuple[UserId, ...]:
    """The same; where nobody is left, who appoints them."""
    return keepers_here(group, company) or appointers(group, company)
