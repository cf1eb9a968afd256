"""How incidents went in a time: how many of each kind, how soon somebody acted, what came of them; nobody by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from bot.domain.security.incident import Finding, Incident, IncidentKind
from bot.domain.security.rules import SecurityRules


@dataclass(frozen=True, slots=True)
class IncidentFigures:
    """`acted`: minutes to the first step, the median; None: nobody has acted. `in_time`: of those `due` by now."""

    total: int
    kinds: tuple[tuple[IncidentKind, int], ...]
    real: int
    still_open: int
    acted: int | None
    in_time: int
    due: int


def figures_of(incidents: Sequence[Incident], rules: SecurityRules) -> IncidentFigures:
    """What was a mistake and never acted on counts neither as in time nor as late."""
    times = [(each, each.first_action - each.told_at) for each in incidents if each.first_action]
    unacted = [each for each in incidents if each.first_action is None and each.is_open]
    minutes = [time / timedelta(minutes=1) for _, time in times]
    return IncidentFigures(
        total=len(incidents),
        kinds=tuple(Counter(each.kind for each in incidents).most_common()),
        real=sum(each.finding is Finding.REAL for each in incidents),
        still_open=sum(each.is_open for each in incidents),
        acted=round(median(minutes)) if minutes else None,
        in_time=sum(time <= rules.within(each) for each, time in times),
        due=len(times) + len(unacted),
    )
