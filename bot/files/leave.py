"""Of a company file, what concerns leave: the region, whose shift differs, service, balances.

Cumulative service is six years unless somebody's `service_months` says otherwise; an intern is three months into a
first job.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from bot.domain.calendar.shift import Shift, read_shift
from bot.domain.leave.anniversaries import months_after
from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.leave.types.catalogue import NATION, leave_types
from bot.identifiers import UserId, user_id

USUAL_SERVICE: Final = 72  # months
INTERNS: Final = 3
HIRED: Final = 36  # months ago, or at the beginning of a shorter service


def leave_rules(values: Mapping[str, Any]) -> LeaveRules:
    """Raises ValueError, KeyError or TypeError for what can't be read."""
    today = datetime.fromisoformat(values["now"]).date()
    nights = _night_shifts(values)
    return LeaveRules(
        types=leave_types(values.get("region", NATION)),
        people={
            (user := user_id(person["userid"])): Facts(
                _service(person, today), nights.get(user), _given(person, today.year)
            )
            for person in values["people"]
        },
    )


def _service(person: Mapping[str, Any], today: date) -> Service:
    months = person.get("service_months", INTERNS if person["role"] == "intern" else USUAL_SERVICE)
    return Service(months_after(today, -months), months_after(today, -min(months, HIRED)))


def _given(person: Mapping[str, Any], year: int) -> Mapping[int, Mapping[str, Decimal]]:
    balance = person.get("balance")
    return {year: {type_: Decimal(str(days)) for type_, days in balance.items()}} if balance else {}


def _night_shifts(values: Mapping[str, Any]) -> Mapping[UserId, Shift]:
    night = values.get("shift_night")
    if not night:
        return {}
    shift = read_shift(f"{night['start']}-{night['end']}", rostered=True)
    return {user_id(each): shift for each in night["people"]}
