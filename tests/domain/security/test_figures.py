"""How incidents went, counted."""

from datetime import UTC, datetime, timedelta

from bot.domain.security.figures import figures_of
from bot.domain.security.incident import Finding, Incident, IncidentKind
from bot.domain.security.rules import SecurityRules
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
TELLER, OFFICER = UserId("zhangsan"), UserId("wuguan")


def told(kind: IncidentKind = IncidentKind.ACCOUNT) -> Incident:
    return Incident("WA-1", kind, "", TELLER, NOW)


def test_nothing_happened() -> None:
    figures = figures_of([], SecurityRules())
    assert (figures.total, figures.acted, figures.due) == (0, None, 0)


def test_in_time_late_and_never() -> None:
    soon = told().ticked(["call"], OFFICER, NOW + timedelta(minutes=5))
    late = told(IncidentKind.LEAK).ticked(["recall"], OFFICER, NOW + timedelta(minutes=45))
    mistaken = told().closed(Finding.FALSE_ALARM, NOW, OFFICER)
    figures = figures_of([soon.closed(Finding.REAL, NOW, OFFICER), late, told(), mistaken], SecurityRules())
    assert figures.kinds == ((IncidentKind.ACCOUNT, 3), (IncidentKind.LEAK, 1))
    assert (figures.real, figures.still_open, figures.acted) == (1, 2, 25)
    assert (figures.in_time, figures.due) == (1, 3)
