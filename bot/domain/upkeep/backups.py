"""Backups of the database: what is known of each, and which of them stay (D18§7, D10§四.4(3))."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.identifiers import UserId

PREFIX: Final = "BF"
SOON_ENOUGH: Final = timedelta(hours=26)  # since the last good one: a nightly one that took long is none that failed
REHEARSED_WITHIN: Final = timedelta(days=9)
REHEARSAL_DAY: Final = "sun"


@dataclass(frozen=True, slots=True)
class BackupRules:
    """`nightly`, at the hour `at`; `rehearse`: once a week one is restored aside. Kept: one of each of the last `days`
    days, and one of each of the last `weeks` weeks."""

    nightly: bool = True
    at: int = 2
    rehearse: bool = True
    days: int = 7
    weeks: int = 5


class BackupState(StrEnum):
    WANTED = "wanted"
    MADE = "made"
    FAILED = "failed"
    GONE = "gone"  # deleted in its time


@dataclass(frozen=True, slots=True)
class Backup:
    """`wanted_by`: None for the nightly one. `file`: its name in the folder. `size`: bytes. `copied`: lies in the
    second folder too, None where there is none. `restored_at`: when it was restored aside, and all was there.
    `problem`: what went wrong, in Chinese. `told`: whoever should know does."""

    number: str
    wanted_at: datetime
    wanted_by: UserId | None = None
    rehearse: bool = False
    state: BackupState = BackupState.WANTED
    file: str = ""
    taken_at: datetime | None = None
    rows: int = 0
    size: int = 0
    copied: bool | None = None
    restored_at: datetime | None = None
    problem: str = ""
    told: bool = False


def superfluous(backups: Iterable[Backup], rules: BackupRules, now: datetime) -> list[Backup]:
    """Of those that lie there. The newest stays whatever its age, and of each day and each week the newest one."""
    there = [(each.taken_at, each) for each in backups if each.taken_at and each.state is BackupState.MADE]
    there.sort(key=lambda pair: pair[0], reverse=True)
    stay = {each.number for _, each in there[:1]}
    seen = set[tuple[str, date]]()
    for taken_at, each in there:
        day = taken_at.astimezone(now.tzinfo).date()
        age = (now.date() - day).days
        monday = day - timedelta(days=day.weekday())
        kept_for = ("day", day) if age < rules.days else ("week", monday)
        if kept_for not in seen and age < max(rules.days, rules.weeks * 7):
            stay.add(each.number)
        seen.add(kept_for)
    return [each for _, each in there if each.number not in stay]
