"""Who may hand something over to human resources or the lawyers, and about whom. Each raises UserError."""

from typing import Final

from bot.domain.company import Company
from bot.domain.guards import ensure_leads, ensure_may_act_on
from bot.domain.moderation.cases.gate import MODERATORS
from bot.domain.people import Person
from bot.domain.rights import Audience, Role, right_of

PROPOSERS: Final[Audience] = MODERATORS | {Role.DEPT_HEAD, Role.EXECUTIVE, Role.LEGAL}
"""Of what touches pay or employment; a head for his own people (D4§4.2)."""
REFERRERS: Final[Audience] = frozenset(
    {Role.MGMT_GROUP, Role.HR, Role.GROUP_HR, Role.PRESIDENT_OFFICE, Role.LEGAL, Role.SECURITY, Role.EXECUTIVE}
)
"""To the lawyers (D3§17, D10§5.1(3), D15§9.2)."""
READERS: Final[Audience] = frozenset({Role.HR, Role.LEGAL})
_ANYWHERE: Final = frozenset(PROPOSERS - {Role.GROUP_ADMIN, Role.DEPT_HEAD})


def ensure_may_propose(actor: Person, target: Person, *, by: Audience, company: Company) -> None:
    """In the contract's order: standing, oneself; then whose people a head speaks of."""
    anywhere = right_of(actor, by & _ANYWHERE, grants=company.grants, group=None)
    ensure_may_act_on(actor, target, by=anywhere, company=company)
    if anywhere is None and actor.user_id in company.holders(Role.DEPT_HEAD):
        ensure_leads(actor, target, company)
