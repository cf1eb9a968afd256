"""What departments have reported of their safety, each as it was told last."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import DeptReport
from bot.shapes.act import Act


class DeptReports(Protocol):
    async def add(self, report: DeptReport, *, by: Act) -> None: ...

    async def save(self, report: DeptReport, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def of(self, department: str, period: Period) -> DeptReport | None:
        """By the department's path."""
        ...

    async def about(self, period: Period) -> Sequence[DeptReport]:
        """Of just these days, in the order of the departments."""
        ...

    async def between(self, first: date, last: date) -> Sequence[DeptReport]:
        """Of whatever days from `first` to `last`, the oldest first."""
        ...
