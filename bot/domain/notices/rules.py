"""What a company decides about announcements; the defaults are those of its policies as far as they say anything."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.caps import CapRules
from bot.domain.notices.channels import Channel
from bot.domain.notices.reader_kinds import MatrixRules

FARTHEST: Final = 400  # days to look for a time at which somebody may be disturbed


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """`quiet_from` to `quiet_to`, over midnight: nothing that isn't urgent goes out then (D11§二.6).

    `usual_time`: of what comes again and says none. `leader`: the title that lets pass what goes to everybody or
    outside (D14篇1§7); `co_reviewer`: the role that looks at it first (D9§3). `as_company`: types of groups, D7's keys,
    of which a notice counts as one to the company; `outside`: those in which others than employees read along.
    `hosts`: whose links are the company's own; empty: nobody has said. `always_preview`: also what is plain is shown
    to its author before it goes out. `repeat_within`: an equal one counts as sent twice by mistake. `lasts`: how long
    one counts as current that says nothing of its end (D7§2).
    """

    quiet_from: time = time(21)
    quiet_to: time = time(8)
    usual_time: time = time(9)
    leader: str = "常务副总裁"
    co_reviewer: str = "president_office"
    as_company: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset({"E5"})
    hosts: tuple[str, ...] = ()
    always_preview: bool = False
    most_bytes: int = 1900  # of WeCom's 2048, less what is written below a text
    repeat_within: timedelta = timedelta(minutes=10)
    lasts: timedelta = timedelta(days=30)
    caps: CapRules = field(default_factory=CapRules)
    matrix: MatrixRules = field(default_factory=MatrixRules)
    channels: tuple[Channel, ...] = ()

    def is_quiet(self, moment: datetime) -> bool:
        """By the clock; days of rest are the calendar's."""
        return not self.quiet_to <= moment.time() < self.quiet_from

    def next_time(self, moment: datetime, calendar: Calendar) -> datetime:
        """The first moment, from `moment` on, at which what isn't urgent may go out."""
        if calendar.is_workday(moment.date()) and not self.is_quiet(moment):
            return moment
        for number in range(FARTHEST):
            day = moment.date() + timedelta(days=number)
            opens = datetime.combine(day, self.quiet_to, moment.tzinfo)
            if calendar.is_workday(day) and opens > moment:
                return opens
        return moment
