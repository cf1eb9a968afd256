"""What the configuration says of working days: hours, the company's own days off, years that don't come along."""

from datetime import date
from pathlib import Path
from types import MappingProxyType

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.approvals.pace import Pace
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_json, from_text
from bot.domain.calendar.official import official_years
from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.year_table import YearTable
from bot.errors import unreadable

HOURS = "08:30-12:00 13:30-18:00"


class CalendarSection(Section):
    """`years`: files with the holidays of further years. `hours`: of a usual day, its breaks left out.

    `company_days`: a date -> what it is for; they add to the official days off and take none away.
    """

    years: list[str] = Field(default_factory=list)
    hours: str = HOURS
    company_days: dict[str, str] = Field(default_factory=dict)

    @field_validator("years")
    @classmethod
    def _readable(cls, years: list[str]) -> list[str]:
        for path in years:
            _year(Path(path))
        return years

    @field_validator("hours")
    @classmethod
    def _a_shift(cls, hours: str) -> str:
        try:
            read_shift(hours)
        except ValueError:
            raise ValueError(f"要写成 {HOURS} 这样，休息时间空出来") from None
        return hours

    @field_validator("company_days")
    @classmethod
    def _dates(cls, days: dict[str, str]) -> dict[str, str]:
        for day in days:
            try:
                date.fromisoformat(day)
            except ValueError:
                raise ValueError(f"{day} 不是日期，要写成 2026-12-25 这样") from None
        return days

    def calendar(self) -> Calendar:
        tables = [_year(Path(path)) for path in self.years]
        return Calendar(
            years=MappingProxyType({**official_years(), **{table.year: table for table in tables}}),
            company=MappingProxyType({date.fromisoformat(day): name for day, name in self.company_days.items()}),
        )

    def pace(self) -> Pace:
        """As quick as usual, by this calendar and these hours."""
        return Pace(shift=read_shift(self.hours), calendar=self.calendar())


def _year(path: Path) -> YearTable:
    """JSON, or the notice as it was published. Raises ValueError with a Chinese line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"文件 {path} {unreadable(error)}") from None
    try:
        return from_json(text) if path.suffix == ".json" else from_text(text)
    except ValueError as error:
        raise ValueError(f"文件 {path}：{error}") from None
