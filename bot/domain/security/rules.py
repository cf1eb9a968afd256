"""How soon somebody acts on an incident, who hears of it when nobody does, and how long it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.rights import Role
from bot.domain.security.incident import Incident, IncidentKind
from bot.domain.security.runbooks import Runbook, shipped


@dataclass(frozen=True, slots=True)
class SecurityRules:
    """`first`: until the first step is taken, and then again for each level of `chain`, roles one above the other.

    `calm`: the same where nothing was asked for yet. `unfinished`: whoever has it is asked how far it is.
    `passwords`: how often everybody is reminded to change his; `lesson_on`: a day of the month; None and 0: never.
    `deciders`: of who is told of a leak. `kept`: after its end (个人信息保护法 art. 56: three years).
    """

    first: timedelta = timedelta(minutes=15)
    calm: timedelta = timedelta(hours=4)
    unfinished: timedelta = timedelta(hours=4)
    kept: timedelta = timedelta(days=1096)
    passwords: timedelta | None = timedelta(days=90)
    lesson_on: int = 10
    chain: tuple[Role, ...] = (Role.SECURITY, Role.PRESIDENT_OFFICE, Role.EXECUTIVE)
    deciders: tuple[Role, ...] = (Role.LEGAL, Role.EXECUTIVE)
    runbooks: Mapping[IncidentKind, Runbook] = field(default_factory=shipped)

    def within(self, incident: Incident) -> timedelta:
        return self.first if incident.urgent else self.calm

    def runbook(self, incident: Incident) -> Runbook:
        return self.runbooks[incident.kind]

    def forgotten_at(self, incident: Incident) -> datetime | None:
        """None: it isn't over."""
        return incident.closed_at + self.kept if incident.closed_at else None
