"""Holidays whose date no simple rule gives, 2020 to 2040.

春节, 端午 and 中秋 are the first of the first, the fifth of the fifth and the fifteenth of the eighth lunar month, 清明
is a solar term. Computed with two independent programs (lunardate 0.2, borax 4) that agree on every date.
"""

from datetime import date
from typing import Final

from bot.errors import Defect

FIRST_YEAR: Final = 2020
LAST_YEAR: Final = 2040

_TABLE: Final = {
    # year: 春节, 清明, 端午, 中秋
    2020: "01-25 04-04 06-25 10-01",
    2021: "02-12 04-04 06-14 09-21",
    2022: "02-01 04-05 06-03 09-10",
    2023: "01-22 04-05 06-22 09-29",
    2024: "02-10 04-04 06-10 09-17",
    2025: "01-29 04-04 05-31 10-06",
    2026: "02-17 04-05 06-19 09-25",
    2027: "02-06 04-05 06-09 09-15",
    2028: "01-26 04-04 05-28 10-03",
    2029: "02-13 04-04 06-16 09-22",
    2030: "02-03 04-05 06-05 09-12",
    2031: "01-23 04-05 06-24 10-01",
    2032: "02-11 04-04 06-12 09-19",
    2033: "01-31 04-04 06-01 09-08",
    2034: "02-19 04-05 06-20 09-27",
    2035: "02-08 04-05 06-10 09-16",
    2036: "01-28 04-04 05-30 10-04",
    2037: "02-15 04-04 06-18 09-24",
    2038: "02-04 04-05 06-07 09-13",
    2039: "01-24 04-05 05-27 10-02",
    2040: "02-12 04-04 06-14 09-20",
}
ORDER: Final = ("春节", "清明节", "端午节", "中秋节")


def known(year: int) -> bool:
    return year in _TABLE


def lunar_holiday(name: str, year: int) -> date:
    """`name` is 春节 (the first of the first lunar month), 清明节, 端午节 or 中秋节. Defect outside the table."""
    if not known(year) or name not in ORDER:
        raise Defect(f"no date of this holiday in {year}")
    return date.fromisoformat(f"{year}-{_TABLE[year].split()[ORDER.index(name)]}")
