"""Which backups stay: the last days each, the last weeks each, and always the newest."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.upkeep.backups import Backup, BackupRules, BackupState, superfluous

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # a Sunday


def taken(*days: float, state: BackupState = BackupState.MADE) -> list[Backup]:
    return [
        Backup(f"BF-{day}", NOW - timedelta(days=day), state=state, taken_at=NOW - timedelta(days=day)) for day in days
    ]


def gone(backups: list[Backup], rules: BackupRules = BackupRules()) -> set[str]:  # noqa: B008 - frozen
    return {each.number for each in superfluous(backups, rules, NOW)}


def test_every_night_for_months() -> None:
    nights = taken(*range(60))
    left = [day for day in range(60) if f"BF-{day}" not in gone(nights)]
    assert left == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28]


def test_what_goes_tonight_was_superfluous_and_nothing_else_is_missing_tomorrow() -> None:
    """Deleting each night leaves the same as deleting once."""
    there = list[Backup]()
    for day in reversed(range(60)):
        now = NOW - timedelta(days=day)
        there += taken(day)
        superfluous_now = superfluous(there, BackupRules(), now)
        there = [each for each in there if each not in superfluous_now]
    assert [each.number for each in reversed(there)][:7] == [f"BF-{day}" for day in range(7)]
    assert 10 <= len(there) <= 12


def test_of_one_day_the_newest_stays() -> None:
    assert gone(taken(0.1, 0.2, 0.3, 1.0)) == {"BF-0.2", "BF-0.3"}


@pytest.mark.parametrize("days", [400, 8])
def test_the_last_one_is_never_deleted(days: int) -> None:
    assert gone(taken(days), BackupRules(days=1, weeks=0)) == set()


def test_what_was_never_made_is_nobodys_copy() -> None:
    assert gone([*taken(400, state=BackupState.FAILED), *taken(0)]) == set()
