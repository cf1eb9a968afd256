"""How much leave, exactly: decimals in the type's own counting, never floats; and how people read it."""

import math
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

NOTHING: Final = Decimal(0)
HALF_DAY: Final = Decimal("0.5")


class Counting(StrEnum):
    """What one of a leave's amount is."""

    WORKING = "工作日"
    CALENDAR = "自然日"
    HOURS = "小时"

    @property
    def word(self) -> str:
        return "小时" if self is Counting.HOURS else "天"

    def said(self, amount: Decimal) -> str:
        """`0.5 天`, `3 天`, `8 小时`"""
        return f"{plain(amount)} {self.word}"


def plain(amount: Decimal) -> str:
    """`3`, `0.5`: as people write it, without zeros at its end."""
    return f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}"


def rounded_up(amount: Fraction, unit: Decimal) -> Decimal:
    """To the next whole unit: who asks for less than one takes one."""
    return math.ceil(amount / Fraction(unit)) * unit


def rounded_down(amount: Fraction, unit: Decimal) -> Decimal:
    return math.floor(amount / Fraction(unit)) * unit
