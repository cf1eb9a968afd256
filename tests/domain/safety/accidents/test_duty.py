"""Who reports what to the government within the hour, and from when the hour runs."""

from datetime import timedelta

import pytest

from bot.domain.safety.accidents.duty import NEEDED, NOT_NEEDED, first_stamp, hour, must_report
from bot.domain.safety.accidents.reports import AccidentKind, CompanyLevel
from bot.domain.safety.accidents.rules import AccidentRules
from bot.domain.safety.accidents.statements import Filing, Topic
from tests.domain.safety.accidents.cases import NOW, case

RULES = AccidentRules()


@pytest.mark.parametrize(
    ("kind", "level", "injured", "urgent", "must"),
    [
        (AccidentKind.MACHINE, None, 1, True, True),  # 有人被机器夹住了: nobody knows yet how bad
        (AccidentKind.FIRE, None, 0, True, True),
        (AccidentKind.EXPLOSION, None, None, False, True),
        (AccidentKind.POISON, None, None, False, True),
        (AccidentKind.MACHINE, CompanyLevel.SERIOUS, 1, False, True),
        (AccidentKind.OTHER, CompanyLevel.DEATH, None, False, True),
        (AccidentKind.OTHER, CompanyLevel.DANGER, None, False, True),
        (AccidentKind.OTHER, None, 1, False, True),
        (AccidentKind.MACHINE, CompanyLevel.MINOR, 1, False, False),
        (AccidentKind.FALL, CompanyLevel.NEAR_MISS, None, True, False),
        (AccidentKind.VEHICLE, None, 0, False, False),
        (AccidentKind.OTHER, None, None, False, False),
    ],
)
def test_in_doubt_it_is_reported(
    kind: AccidentKind, level: CompanyLevel | None, injured: int | None, urgent: bool, must: bool
) -> None:
    assert must_report(case(kind=kind, level=level, injured=injured, urgent=urgent), RULES) is must


def test_whoever_is_in_charge_decides_but_not_over_the_dead() -> None:
    fire = case((Topic.DUTY, NOT_NEEDED), kind=AccidentKind.FIRE)
    assert not must_report(fire, RULES)
    assert must_report(case((Topic.DUTY, NEEDED), level=CompanyLevel.MINOR), RULES)
    for topic in (Topic.DEATHS, Topic.SERIOUS, Topic.MISSING, Topic.TRAPPED):
        assert must_report(case((topic, "1"), (Topic.DUTY, NOT_NEEDED)), RULES)


def test_what_was_reported_stays_reported() -> None:
    filed = (Topic.FILED, Filing(NOW, "应急管理局", "李科长").written())
    assert must_report(case((Topic.SERIOUS, "1"), filed, (Topic.SERIOUS, "0"), (Topic.DEATHS, "0")), RULES)


def test_loss_alone_counts_from_the_companys_threshold() -> None:
    assert not must_report(case((Topic.LOSS, "999999")), RULES)
    assert must_report(case((Topic.LOSS, "1000000")), RULES)


def test_the_hour_runs_from_the_earlier_stamp() -> None:
    fire = case(kind=AccidentKind.FIRE)
    clock = hour(fire, RULES)
    assert clock
    assert (clock.since, clock.until) == (NOW, NOW + timedelta(hours=1))
    earlier = NOW - timedelta(minutes=20)
    later = NOW + timedelta(minutes=20)
    knew = case((Topic.HEAD_KNEW, earlier.isoformat()), (Topic.HEAD_KNEW, later.isoformat()), kind=AccidentKind.FIRE)
    assert first_stamp(knew) == earlier
    assert first_stamp(case((Topic.HEAD_KNEW, later.isoformat()))) == NOW


def test_what_turns_grave_later_counts_from_then_what_somebody_decides_from_the_start() -> None:
    died = hour(case((Topic.DEATHS, "1", 300), (Topic.SCENE, "清理中", 310), level=CompanyLevel.MINOR), RULES)
    decided = hour(case((Topic.DUTY, NEEDED, 300), level=CompanyLevel.MINOR), RULES)
    assert died
    assert decided
    assert died.since == NOW + timedelta(minutes=300)
    assert decided.since == NOW


def test_it_is_late_after_the_hour_and_not_at_it() -> None:
    def filed(minutes: int) -> bool:
        filing = Filing(NOW + timedelta(minutes=minutes), "应急管理局", "李科长")
        clock = hour(case((Topic.FILED, filing.written()), kind=AccidentKind.FIRE), RULES)
        return clock is not None and clock.is_late

    assert not filed(60)
    assert filed(61)
