"""How long: minutes, half days, months."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.errors import Candidate, Code
from bot.when.results.outcomes import Ambiguous, Impossible, Vague

LONGEST: Final = 400  # days; nobody means more
HALF_DAY_MINUTES: Final = (240, 720)  # a working half day, or half of the clock


@dataclass(frozen=True, slots=True)
class Duration:
    """`half_days` of work where `by_calendar` is false; weeks and months are always days as they come."""

    minutes: int = 0
    half_days: int = 0
    months: int = 0
    by_calendar: bool = False

    @property
    def total_minutes(self) -> int | None:
        """By the clock, a day being 24 hours and a month 30 days; None for 半天, which is four hours or twelve."""
        if self.half_days == 1 and not self.minutes:
            return None
        return self.minutes + self.half_days * 720 + self.months * 30 * 24 * 60

    def after(self, moment: datetime) -> datetime:
        return moment + timedelta(minutes=self.total_minutes or 0)

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(
            self.minutes + other.minutes,
            self.half_days + other.half_days,
            self.months + other.months,
            self.by_calendar or other.by_calendar,
        )


SaidDuration = Duration | Vague | Impossible


def half_day_options() -> Ambiguous:
    """For a mute and the like: 半天 by the clock is four hours or twelve."""
    candidates = tuple(
        Candidate(minutes, f"{minutes // 60}小时", f"{minutes // 60}小时") for minutes in HALF_DAY_MINUTES
    )
    return Ambiguous("「半天」是几小时？4小时、12小时 都说得通。", candidates, Code.AMBIGUOUS_DURATION)
