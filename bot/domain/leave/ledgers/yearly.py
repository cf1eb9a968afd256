"""Leaves that a year gives anew: by the calendar, or from a child's birthday to the next (育儿假)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.leave.anniversaries import full_years, years_after
from bot.domain.leave.ledgers.entitlement import Grant
from bot.domain.leave.types.leave_type import Kept, LeaveType, Per

CHILD_AGE: Final = 3  # 育儿假 is for children below it


@dataclass(frozen=True, slots=True)
class YearsGrant:
    """`until`: its last day; what isn't taken by then is gone. `born`: the child, where the year is a child's."""

    grant: Grant
    until: date
    born: date | None = None

    @property
    def year(self) -> int:
        """Of the account that it belongs to."""
        return self.grant.since.year


def yearly(kind: LeaveType, on: date, born: date | None = None) -> YearsGrant | None:
    """What the year gives in which a day lies. `born`: HR's word on the child, where the year is the child's.

    None: the type has no such balance, or the child isn't born, is too old, or nobody knows.
    """
    most = kind.limit()
    if kind.kept is not Kept.YEARLY or most is None:
        return None
    if kind.per is not Per.CHILD_YEAR:
        whole = f"{on.year} 年 {kind.counting.said(most)}（{kind.source}）"
        return YearsGrant(Grant(date(on.year, 1, 1), most, whole), date(on.year, 12, 31))
    if born is None or on < born or on >= years_after(born, CHILD_AGE):
        return None
    age = full_years(born, on)
    why = f"子女 {age} 至 {age + 1} 周岁，{kind.counting.said(most)}（{kind.source}）"
    since, until = years_after(born, age), years_after(born, age + 1) - timedelta(days=1)
    return YearsGrant(Grant(since, most, why), until, born)
