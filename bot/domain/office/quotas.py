"""A leave balance as WeCom keeps it (D-93375 to D-93377): seconds, in tenths of a day or of an hour."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bot.domain.leave.amounts import Counting, plain
from bot.identifiers import UserId

DAY, HOUR = 86_400, 3_600  # a day of leave has 86400 seconds, however long somebody's shift is
MOST: Final = 1000 * DAY  # 24000 hours of an hourly one are the same


@dataclass(frozen=True, slots=True)
class Vacation:
    """One of WeCom's kinds of leave. `by_hour`: its balance is in hours, else in days."""

    id: int
    name: str
    by_hour: bool

    @property
    def step(self) -> int:
        return (HOUR if self.by_hour else DAY) // 10

    def said(self, seconds: int) -> str:
        """`3 天`, `4.5 小时`"""
        amount = Decimal(seconds) / (HOUR if self.by_hour else DAY)
        return f"{plain(amount.quantize(Decimal('0.1')))} {'小时' if self.by_hour else '天'}"


@dataclass(frozen=True, slots=True)
class Left:
    """What somebody may still take of a type, in both of WeCom's units: which of them counts, only WeCom can tell."""

    days: Decimal
    hours: Decimal

    @classmethod
    def of(cls, amount: Decimal, counting: Counting, minutes_a_day: int) -> "Left":
        """Less than nothing is nothing. Rounded down to what WeCom can keep."""
        hours_a_day = Fraction(minutes_a_day, 60)
        exact = max(Fraction(amount), Fraction(0))
        days = exact / hours_a_day if counting is Counting.HOURS else exact
        hours = exact if counting is Counting.HOURS else exact * hours_a_day
        return cls(_tenths(days), _tenths(hours))

    def seconds(self, vacation: Vacation) -> int:
        amount = self.hours * HOUR if vacation.by_hour else self.days * DAY
        return min(int(amount), MOST)


class QuotaState(StrEnum):
    TO_WRITE = "to_write"
    WRITTEN = "written"
    WATCHED = "watched"  # WeCom counts it by the forms that are filed there; it is only compared
    REFUSED = "refused"  # WeCom will not have it; HR is told why, and it waits for the next change


@dataclass(frozen=True, slots=True)
class Quota:
    """What WeCom is to know of one balance. `written`: seconds that it took from us last.

    `seen`: seconds that it had when HR was told that they differ; `why`: it refused, for the log and for HR.
    """

    user: UserId
    type: str
    vacation: str
    left: Left
    state: QuotaState = QuotaState.TO_WRITE
    written: int | None = None
    seen: int | None = None
    why: str = ""

    def expected(self, vacation: Vacation) -> int | None:
        """Seconds that WeCom should have."""
        return self.left.seconds(vacation) if self.state is QuotaState.WATCHED else self.written


def _tenths(amount: Fraction) -> Decimal:
    return Decimal(amount * 10 // 1) / 10
