"""Who has an incident: first whoever its runbook names, then level by level whoever stands behind them.

Left out is the account that it is about: who reads there may be somebody else. So is whoever is named in what was told
of a leak. Where nobody is left, the next level has it at once.
"""

from collections.abc import Collection, Iterator
from typing import Final

from bot.domain.company import Company
from bot.domain.rights import Audience, Role
from bot.domain.security.incident import Incident, IncidentKind
from bot.identifiers import UserId

LAST: Final = (Role.MGMT_GROUP, Role.HR)  # where none of the others can
SECURITY_DESK: Final[Audience] = frozenset(
    {
        Role.SECURITY,
        Role.WECOM_ADMIN,
        Role.FINANCE_HEAD,
        Role.PRESIDENT_OFFICE,
        Role.EXECUTIVE,
        Role.MGMT_GROUP,
        Role.HR,
    }
)
"""Who may have one at all; which one is asked of each."""


def officers(incident: Incident, company: Company, *, on_duty: Collection[UserId] = ()) -> tuple[UserId, ...]:
    """All who have it now. `on_duty`: who of the first ones it is today; empty: all of them."""
    levels = list(_levels(incident, company, on_duty))
    return tuple(dict.fromkeys(user for level in levels[: incident.level + 1] for user in level))


def is_topmost(incident: Incident, company: Company, *, on_duty: Collection[UserId] = ()) -> bool:
    return incident.level + 1 >= len(list(_levels(incident, company, on_duty)))


def _levels(incident: Incident, company: Company, on_duty: Collection[UserId]) -> Iterator[tuple[UserId, ...]]:
    """Each with somebody in it whom those before don't have."""
    known: set[UserId] = set()
    rules = company.security
    handled = company.serving(*rules.runbook(incident).handled)
    of_today = tuple(user for user in handled if user in on_duty) or tuple(on_duty)
    later = [handled, *(company.serving(role) for role in rules.chain)]
    for users in (of_today, *later):
        new = tuple(user for user in users if user not in known and _may(user, incident, company))
        if new:
            known.update(new)
            yield new
    if not known:
        yield tuple(user for user in company.serving(*LAST) if _may(user, incident, company))


def _may(user: UserId, incident: Incident, company: Company) -> bool:
    if incident.kind.of_account and user == incident.teller:
        return False
    person = company.person(user)
    return person is not None and not (incident.kind is IncidentKind.LEAK and person.name in incident.text)
