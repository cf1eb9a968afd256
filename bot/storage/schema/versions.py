"""The versions of the tables: for each a file of SQL, `0002-two-desks.sql`, by one name for both kinds of database.

What has been released is never edited: a change is a new file with the next number. Its head may say
`-- beside: 2`: programs that know the tables up to version 2 may go on while those of the file are there already.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from bot.patterns import regex

_FILE: Final = regex(r"(?P<number>\d{4})-(?P<name>[a-z0-9-]+)\.sql")
_BESIDE: Final = regex(r"^-- beside: (?P<number>\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Version:
    """`beside`: the oldest version whose programs work with these tables; its own number unless its file says so."""

    number: int
    name: str
    beside: int
    sql: str


@functools.cache
def versions(*, postgres: bool) -> Sequence[Version]:
    """From the first on, without a gap. Raises ValueError where a file is misnamed or a number missing."""
    folder = resources.files(__package__) / ("postgres" if postgres else "sqlite")
    found = [_read(each.name, each.read_text(encoding="utf-8")) for each in sorted(folder.iterdir(), key=str)]
    if [each.number for each in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"{folder}: a number is missing or twice there")
    return tuple(found)


def newest(*, postgres: bool) -> int:
    """The version of the tables that this program works with."""
    return versions(postgres=postgres)[-1].number


def _read(file: str, sql: str) -> Version:
    name = _FILE.fullmatch(file)
    if name is None:
        raise ValueError(f"{file} is not named as 0001-what-changes.sql")
    number, beside = int(name["number"]), _BESIDE.search(sql)
    return Version(number, name["name"], int(beside["number"]) if beside else number, sql)
