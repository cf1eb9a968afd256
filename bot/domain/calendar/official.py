"""The years that come along: the official notices, as data beside this file."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bot.domain.calendar.year_table import UnreadableYear, YearTable

_FOLDER = "years"


@cache
def official_years() -> Mapping[int, YearTable]:
    tables = [
        read_year(each.read_text(encoding="utf-8"))
        for each in files(__package__).joinpath(_FOLDER).iterdir()
        if each.name.endswith(".toml")
    ]
    return MappingProxyType({table.year: table for table in sorted(tables, key=lambda table: table.year)})


def read_year(text: str) -> YearTable:
    """A year's file in our own form, as in `years/`. Raises UnreadableYear."""
    try:
        values = tomllib.loads(text)
        holidays = values["holidays"]
        return YearTable(
            year=int(values["year"]),
            papers=tuple(map(str, values["papers"])),
            off=MappingProxyType({day: each["name"] for each in holidays for day in _between(*each["off"])}),
            work=MappingProxyType({day: each["name"] for each in holidays for day in each.get("work", ())}),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableYear(f"这个年份文件读不懂（{error}）。请照 years/2026.toml 的写法改。") from None


def _between(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
