"""What forfeits annual leave: 职工带薪年休假条例 art. 4, 企业职工带薪年休假实施办法 art. 8.

A person at HR decides on it; nothing is taken from anybody by itself.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.leave.amounts import NOTHING, plain
from bot.domain.leave.ledgers.entitlement import Service

SICK_MONTHS: Final = ((20, 4), (10, 3), (1, 2))  # years of service -> months of sick leave
MONTH_DAYS: Final = 30  # of months that single days add up to; the texts don't say
PERSONAL_DAYS: Final = 20


@dataclass(frozen=True, slots=True)
class Absences:
    """Summed over one year. `paid_personal`: days of 事假 with pay kept. `sick`: calendar days of sick leave."""

    paid_personal: Decimal = NOTHING
    sick: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class Forfeit:
    """`year` gives no annual leave; `why` names the rule."""

    year: int
    why: str


def forfeit(year: int, service: Service, absences: Absences, taken: Decimal) -> Forfeit | None:
    """This year's leave is forfeit, or the next year's if any of this one's was taken already (实施办法 art. 8)."""
    reason = _forfeiting(service.years(date(year, 12, 31)), absences)
    if reason is None:
        return None
    if taken > 0:
        why = f"{year} 年{reason}，当年的年假已经休过，{year + 1} 年不再享受（《企业职工带薪年休假实施办法》第八条）"
        return Forfeit(year + 1, why)
    return Forfeit(year, f"{year} 年{reason}（《职工带薪年休假条例》第四条）")


def _forfeiting(years: int, absences: Absences) -> str | None:
    if absences.paid_personal >= PERSONAL_DAYS:
        return f"带薪事假累计 {plain(absences.paid_personal)} 天，满 {PERSONAL_DAYS} 天"
    months = next((months for needed, months in SICK_MONTHS if years >= needed), None)
    if months is None or absences.sick < months * MONTH_DAYS:
        return None
    return f"病假累计 {plain(absences.sick)} 天，满 {months} 个月"
