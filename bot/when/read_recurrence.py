"""What comes again: 每周一8:00, 每月第一个工作日9点, 节前3天."""

import re

from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.when.recurrences.repeating_days import PATTERNS, Build
from bot.when.recurrences.time_after import TimeAfter, time_after
from bot.when.results.outcomes import Refused, Taken, Unsettled
from bot.when.results.recurrence import Recurrence
from bot.when.written.folding import fold


def read_recurrence(text: str, shift: Shift = DAY_SHIFT) -> Taken[Recurrence] | None:
    """The first in `text`, with the time that follows it."""
    folded = fold(text)
    for pattern, build in PATTERNS:
        if found := pattern.search(folded):
            after = time_after(folded, found.end(), shift)
            return Taken(text, _made(build, found, after), ((found.start(), after.end),), after.assumed)
    return None


def _made(build: Build, found: re.Match[str], after: TimeAfter) -> Recurrence | Unsettled:
    try:
        every, on = build(found)
    except Refused as refused:
        return refused.outcome
    return after.unclear or Recurrence(every, on, after.at)
