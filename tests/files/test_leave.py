"""What a company file says of leave."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.calendar.shift import read_shift
from bot.domain.leave.rules import UNKNOWN, LeaveRules
from bot.files.leave import leave_rules
from bot.identifiers import UserId


def person(user: str, role: str = "employee", **more: object) -> dict[str, object]:
    return {"userid": user, "role": role, **more}


def rules(*people: dict[str, object], **more: object) -> LeaveRules:
    values: dict[str, Any] = {"now": "2026-11-22T10:00:00+08:00", "people": people, **more}
    return leave_rules(values)


@pytest.mark.parametrize(
    ("who", "began"),
    [
        (person("a"), date(2020, 11, 22)),
        (person("a", "intern"), date(2026, 8, 22)),
        (person("a", service_months=240), date(2006, 11, 22)),
    ],
)
def test_service_is_six_years_unless_stated(who: dict[str, object], began: date) -> None:
    service = rules(who).facts(UserId("a")).service
    assert service is not None
    assert service.began == began
    assert service.joined >= began


def test_a_night_shift_is_worked_by_roster() -> None:
    night = {"start": "22:00", "end": "06:00", "people": ["a"]}
    found = rules(person("a"), person("b"), shift_night=night)
    assert found.facts(UserId("a")).shift == read_shift("22:00-06:00", rostered=True)
    assert found.facts(UserId("b")).shift is None


def test_a_balance_is_of_this_year() -> None:
    found = rules(person("a", balance={"年假": 0}))
    assert found.facts(UserId("a")).given == {2026: {"年假": Decimal(0)}}


def test_types_are_those_of_the_region() -> None:
    assert rules(region="浙江").types["陪产假"].limit() == 15
    assert rules().facts(UserId("nobody")) is UNKNOWN
