"""Says in the log whose roles a new directory changed, and who now holds two that are there to check each other.

Roles follow titles and departments (D3§5): somebody who is made a head joins the management group overnight, and an
administrator should be able to see it.
"""

import structlog

from bot.domain.company import Company
from bot.domain.granting import conflicts
from bot.domain.rights import Role

log = structlog.get_logger()


def report(before: Company, after: Company) -> None:
    """Of the first directory that is read, only the conflicts: everybody's roles are new then."""
    if before.people:
        for role in Role:
            held, holds = set(before.grants.get(role, ())), set(after.grants.get(role, ()))
            if held != holds:
                log.info("role.changed", role=role, came=sorted(holds - held), left=sorted(held - holds))
    known = set(conflicts(before.grants, before.groups)) if before.people else set()
    for each in conflicts(after.grants, after.groups):
        if each not in known:
            log.warning("roles.conflict", user=each.user, roles=list(each.roles))
