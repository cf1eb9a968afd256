"""Reports of departments as they stand. The trail has numbers, never words."""

from collections.abc import Sequence
from datetime import date

import msgspec

from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import DeptReport
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.dept_reports import DeptReportRecord


class DeptReportTable:
    async def add(self, report: DeptReport, *, by: Act) -> None:
        await DeptReportRecord.create(
            number=report.number,
            department=report.department,
            first_day=report.first,
            last_day=report.last,
            version=report.version,
            report=_written(report),
        )
        await trail.record(by, "dept_report.told", _subject(report.number))

    async def save(self, report: DeptReport, *, was: int, by: Act) -> bool:
        mine = DeptReportRecord.filter(number=report.number, version=was)
        if not await mine.update(version=report.version, report=_written(report)):
            return False
        await trail.record(by, "dept_report.told_anew", _subject(report.number), version=report.version)
        return True

    async def of(self, department: str, period: Period) -> DeptReport | None:
        row = await DeptReportRecord.get_or_none(department=department, first_day=period.first, last_day=period.last)
        return _report(row) if row else None

    async def about(self, period: Period) -> Sequence[DeptReport]:
        rows = DeptReportRecord.filter(first_day=period.first, last_day=period.last).order_by("department")
        return [_report(row) for row in await rows]

    async def between(self, first: date, last: date) -> Sequence[DeptReport]:
        rows = DeptReportRecord.filter(first_day__gte=first, last_day__lte=last).order_by(
            "first_day", "last_day", "department"
        )
        return [_report(row) for row in await rows]


def _written(report: DeptReport) -> str:
    return msgspec.json.encode(report).decode()


def _report(row: DeptReportRecord) -> DeptReport:
    return msgspec.json.decode(row.report, type=DeptReport)


def _subject(number: str) -> str:
    return f"dept_report:{number}"
