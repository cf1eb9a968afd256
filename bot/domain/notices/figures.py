"""How far a notice has come, in figures: who confirmed, department by department, and how soon (S222)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from bot.domain.company import Company
from bot.domain.notices.posting import Receipt
from bot.identifiers import UserId

NOWHERE = "其他"


@dataclass(frozen=True, slots=True)
class Part:
    """Of a department: how many have confirmed, how many are to; `missing` who hasn't, in the order of the accounts."""

    name: str
    confirmed: int
    expected: int
    missing: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """`median`: until half of those had confirmed who did; None where nobody did."""

    expected: int
    confirmed: int
    median: timedelta | None
    parts: tuple[Part, ...]

    @property
    def missing(self) -> tuple[UserId, ...]:
        return tuple(user for part in self.parts for user in part.missing)


def figures(receipts: Sequence[Receipt], since: datetime, company: Company) -> Figures:
    """Of those who are here; who has left since counts no more, unless he had confirmed.

    The department with the most who are missing comes first.
    """
    counted = [each for each in receipts if each.confirmed_at or company.is_here(each.user)]
    lengths = [(each.confirmed_at - since).total_seconds() for each in counted if each.confirmed_at]
    by_department: dict[str, list[Receipt]] = {}
    for each in counted:
        by_department.setdefault(department_name(each.user, company), []).append(each)
    parts = [_part(name, theirs) for name, theirs in by_department.items()]
    half = timedelta(seconds=median(lengths)) if lengths else None
    return Figures(len(counted), len(lengths), half, tuple(sorted(parts, key=_most_missing)))


def took(length: timedelta) -> str:
    """`25 分钟`, `3.5 小时`, `2.1 天`"""
    minutes = length.total_seconds() / 60
    if minutes < 90:
        return f"{max(1, round(minutes))} 分钟"
    hours = minutes / 60
    return f"{hours:.1f} 小时" if hours < 36 else f"{hours / 24:.1f} 天"


def _part(name: str, receipts: Sequence[Receipt]) -> Part:
    missing = tuple(each.user for each in receipts if each.confirmed_at is None)
    return Part(name, len(receipts) - len(missing), len(receipts), missing)


def department_name(user: UserId, company: Company) -> str:
    """The one that he counts for."""
    person = company.person(user)
    department = company.department_of(person) if person else None
    return department.name if department else NOWHERE


def _most_missing(part: Part) -> tuple[int, str]:
    return -len(part.missing), part.name
