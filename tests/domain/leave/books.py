"""Short ways to write ledgers in tests."""

from datetime import date, timedelta
from decimal import Decimal

from bot.domain.leave.counting.cost import Portion
from bot.domain.leave.ledgers.crediting import grant
from bot.domain.leave.ledgers.entitlement import Grant
from bot.domain.leave.ledgers.ledger import Ledger
from tests.domain.calendar.days import d

YEAR_END = d("2026-12-31")


def ledger(*days: str, type_: str = "年假") -> Ledger:
    """`5` from New Year's Day on, `2.5@07-01` from then on."""
    grants = []
    for each in days:
        amount, _, since = each.partition("@")
        grants.append(Grant(d(since or "01-01"), Decimal(amount), "依据"))
    return Ledger(grant(Ledger(), type_, 2026, grants, until=YEAR_END, on=d("01-01")))


def portions(text: str) -> tuple[Portion, ...]:
    """`11-23 x3`: three days in a row; `11-23 .5`: half of one."""
    start, _, much = text.partition(" ")
    if not much.startswith("x"):
        return (Portion(d(start), Decimal(much or "1")),)
    first: date = d(start)
    return tuple(Portion(first + timedelta(days=number), Decimal(1)) for number in range(int(much[1:])))
