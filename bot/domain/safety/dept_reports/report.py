"""A department's report to who answers for safety (BG-…): what was counted in those days, and what its head says to it
(D4§5.2(2), 收集、整理和上报).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain.safety.dept_reports.period import Period
from bot.identifiers import UserId

PREFIX: Final = "BG"
LONGEST: Final = 600  # characters of what its head says


@dataclass(frozen=True, slots=True)
class Counts:
    """`overdue`: of all that is open, as of now. `trained`: people times trainings. `missed`: planned rounds that
    nobody made."""

    found: int = 0
    closed: int = 0
    overdue: int = 0
    rounds: int = 0
    missed: int = 0
    trained: int = 0
    drills: int = 0
    accidents: int = 0

    @property
    def said(self) -> str:
        """`发现隐患 3 条，销号 2 条，超期 1 条；检查 4 次；培训 12 人次；演练 1 次；事故 0 起。`"""
        late = f"，超期 {self.overdue} 条" if self.overdue else ""
        missed = f"，没做 {self.missed} 次" if self.missed else ""
        return (
            f"发现隐患 {self.found} 条，销号 {self.closed} 条{late}；检查 {self.rounds} 次{missed}；"
            f"培训 {self.trained} 人次；演练 {self.drills} 次；事故 {self.accidents} 起。"
        )


@dataclass(frozen=True, slots=True)
class DeptReport:
    """`department`: its path (生产部/一车间). `version` grows when it is told anew; the last one counts."""

    number: str
    department: str
    first: date
    last: date
    counts: Counts
    author: UserId
    at: datetime
    words: str = ""
    version: int = 1

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)
