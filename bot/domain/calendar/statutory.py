"""The days that the law itself makes holidays for everyone: 全国年节及纪念日放假办法 art. 2, as revised 2024-11-10."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from bot.domain.calendar.lunar import known, lunar_holiday

REVISED: Final = 2025  # from here on 除夕 and 2 May are holidays too: 13 days instead of 11
PARTIAL_DAYS: Final = MappingProxyType(
    {(3, 8): "妇女节", (5, 4): "青年节", (8, 1): "建军节"}
)  # art. 3; never made up for
HOLIDAYS: Final = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")

_SOLAR: Final = {"元旦": (1, 1, 1), "劳动节": (5, 1, 2), "国庆节": (10, 1, 3)}  # month, day, days


def holiday_days(name: str, year: int) -> tuple[date, ...]:
    """The statutory days of one of HOLIDAYS. Empty where the lunar table ends."""
    if name in _SOLAR:
        month, day, days = _SOLAR[name]
        first = date(year, month, day)
        return _from(first, days - 1 if name == "劳动节" and year < REVISED else days)
    if not known(year):
        return ()
    first = lunar_holiday(name, year)
    if name != "春节":
        return (first,)
    return _from(first - timedelta(days=1), 4) if year >= REVISED else _from(first, 3)


@cache
def statutory_days(year: int) -> Mapping[date, str]:
    """Every statutory day of a year -> its holiday; two that fall on one day share it (`国庆节、中秋节`)."""
    days: dict[date, str] = {}
    for name in HOLIDAYS:
        for day in holiday_days(name, year):
            days[day] = f"{name}、{days[day]}" if day in days else name
    return MappingProxyType(days)


@cache
def make_up_days(year: int) -> Mapping[date, str]:
    """Weekdays that stand in for statutory days on a weekend if nothing else is decreed -> the holiday (art. 6).

    A holiday on Saturday or Sunday is made up for on working days; the next ones, unless the notice says otherwise.
    """
    days: dict[date, str] = {}
    for name in HOLIDAYS:
        statutory = holiday_days(name, year)
        owed = sum(day.weekday() >= 5 for day in statutory)
        following = statutory[-1] if statutory else None
        while following and owed:
            following += timedelta(days=1)
            if following.weekday() < 5:
                days[following], owed = name, owed - 1
    return MappingProxyType(days)


def _from(first: date, days: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range(days))
