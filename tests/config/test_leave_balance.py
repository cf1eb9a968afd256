"""The section [leave.balance]: until when leave can be taken."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from bot.config.leave import LeaveSection
from bot.config.leave_balance import LeaveBalanceSection
from bot.domain.leave.ledgers.entitlement import carry_until


def test_what_is_written_takes_effect() -> None:
    written = {"carry_most": "2.5", "carry_until": "03-31", "in_lieu_months": 6, "remind_on": ["11-15"]}
    rules = LeaveSection(balance=LeaveBalanceSection.model_validate(written)).rules()
    assert rules.annual.carry_most == Decimal("2.5")
    assert carry_until(2026, rules.annual) == date(2027, 3, 31)
    assert (rules.limits.in_lieu_months, rules.limits.remind_on) == (6, ((11, 15),))


@pytest.mark.parametrize(
    "written", [{"carry_until": "2月30日"}, {"remind_on": ["02-29"]}, {"remind_ahead": 0}, {"carry_most": -1}]
)
def test_what_makes_no_sense_is_refused(written: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        LeaveBalanceSection.model_validate(written)
