"""What the configuration says of working days: hours, the company's own days off, years that don't come along."""

from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pydantic import Field, field_validator

from bot.config.sections import Section, meaning_of
from bot.domain.approvals.pace import Pace
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_json, from_text
from bot.domain.calendar.official import official_years
from bot.domain.calendar.own_days import Own, OwnDay, with_own
from bot.domain.calendar.quiet_hours import USUAL, QuietHours
from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.statutory import statutory_days
from bot.domain.calendar.year_table import YearTable

_OWN: Final = (Own.OFF, Own.MORNING_OFF, Own.AFTERNOON_OFF, Own.WORKED)
HOURS = "08:30-12:00 13:30-18:00"


class CalendarSection(Section):
    """`years`: files with the holidays of further years. `hours`: of a usual day, its breaks left out.

    `company_days`: a date -> what it is for, behind 上午放假, 下午放假 or 上班 where it isn't a whole day off;
    they add to the official days off and take none of the law's away.
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
            shift = read_shift(hours)
        except ValueError:
            raise ValueError(f"要写成 {HOURS} 这样，休息时间空出来") from None
        if shift.start == shift.end:
            raise ValueError("上班和下班不能是同一个时刻")
        return hours

    @field_validator("company_days")
    @classmethod
    def _dates(cls, days: dict[str, str]) -> dict[str, str]:
        for day in days:
            try:
                own = _own_day(day, days[day])
            except ValueError:
                raise ValueError(f"{day} 不是日期，要写成 2026-12-25 这样") from None
            if own.own is Own.WORKED and own.on in statutory_days(own.on.year):
                raise ValueError(f"{day} 是法定节假日，公司不能改成上班")
        return days

    def calendar(self, quiet: QuietHours = USUAL) -> Calendar:
        tables = [_year(Path(path)) for path in self.years]
        years = MappingProxyType({**official_years(), **{table.year: table for table in tables}})
        return with_own(Calendar(years, quiet=quiet), [_own_day(day, said) for day, said in self.company_days.items()])

    def pace(self, quiet: QuietHours = USUAL) -> Pace:
        """As quick as usual, by this calendar and these hours."""
        return Pace(shift=read_shift(self.hours), calendar=self.calendar(quiet))


def _own_day(day: str, said: str) -> OwnDay:
    """`下午放假 跨年`; what is only named is off. Raises ValueError for what is no date."""
    first, _, name = said.strip().partition(" ")
    own = Own(first) if first in _OWN else Own.OFF
    return OwnDay(date.fromisoformat(day), own, name.strip() if first in _OWN else said.strip())


def _year(path: Path) -> YearTable:
    """JSON, or the notice as it was published. Raises ValueError with a Chinese line."""
    return meaning_of(path, from_json if path.suffix == ".json" else from_text)
