"""How soon somebody begins, and when what is over goes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moderation.reports.report import Report, ReportState
from bot.domain.moderation.reports.rules import ReportRules

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
RULES = ReportRules()


def report(code: str, *, anonymous: bool = False, secret: bool = False) -> Report:
    return Report("JB-1", code, "", "mgmt_group", NOW, anonymous=anonymous, secret=secret)


@pytest.mark.parametrize(
    ("code", "within"),
    [
        ("C15", timedelta(hours=24)),
        ("C17", timedelta(hours=2)),
        ("C01", timedelta(minutes=15)),
        ("C99", timedelta(hours=2)),  # only a human can say how heavy it is
    ],
)
def test_the_heavier_the_sooner(code: str, within: timedelta) -> None:
    assert RULES.within(report(code)) == within


def test_an_incident_of_security_is_begun_with_at_once() -> None:
    assert RULES.within(report("C15", secret=True)) == timedelta(minutes=15)


def test_what_goes_when() -> None:
    still = report("C15", anonymous=True)
    assert (RULES.forgotten_at(still), RULES.unlinked_at(still)) == (None, None)
    unproven = still.closed(ReportState.UNFOUNDED, NOW)
    assert RULES.forgotten_at(unproven) == NOW + timedelta(days=90)
    assert RULES.forgotten_at(still.closed(ReportState.UPHELD, NOW)) == NOW + timedelta(days=731)
    assert RULES.unlinked_at(unproven) == NOW + timedelta(days=30)
    assert RULES.unlinked_at(replace(unproven, anonymous=False)) is None
