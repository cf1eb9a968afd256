"""Whether somebody is protected because he reported something: for whoever is about to sanction him.

The answer names nothing that he told of, and is never shown with its reason.
"""

from bot.domain.safety.protection import Protection, protected
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk


async def protection_of(desk: Desk, user: UserId) -> Protection | None:
    lasts = desk.company.safety.protected
    since = desk.now - lasts
    told = [
        each.at
        for hazard in await desk.store.hazards.reported_by(user, since=since)
        for each in await desk.store.hazards.reporters(hazard.number)
        if each.user == user
    ]
    told += [each.at for each in await desk.store.reports.filed_by(user, since=since)]
    return protected([*told, *await desk.store.accidents.told_by(user, since=since)], desk.now, lasts)
