"""Until when leave can be taken: what goes on to the next year, how long overtime keeps, who is reminded when."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.leave.ledgers.time_limits import TimeLimits, days_of

YEAR_END = "12-31"


class LeaveBalanceSection(Section):
    """`carry_most`: days of a year's leave that may go on to the next one, with the employee's consent; nothing: all of
    them. `carry_until`: the last day on which they can be taken there."""

    carry_most: Annotated[Decimal, Field(ge=0)] | None = None
    carry_until: str = YEAR_END
    in_lieu_months: Annotated[int, Field(ge=1)] | None = None
    remind_on: list[str] = Field(default_factory=lambda: ["10-01", "12-01"])
    remind_ahead: Annotated[int, Field(ge=1, le=90)] = 14

    @field_validator("carry_until", "remind_on")
    @classmethod
    def _days(cls, written: str | list[str]) -> str | list[str]:
        try:
            days_of([written] if isinstance(written, str) else written)
        except ValueError:
            raise ValueError("日期要写成 12-31 这样") from None
        return written

    def limits(self) -> TimeLimits:
        return TimeLimits(self.in_lieu_months, days_of(self.remind_on), self.remind_ahead)

    @property
    def last_day(self) -> tuple[int, int]:
        return days_of([self.carry_until])[0]
