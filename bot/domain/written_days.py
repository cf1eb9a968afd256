"""A day as it stands in a table or a form, with its year: 2010-07-01, 2010/7/1, 2010年7月1日, 20100701, 40360."""

import re
from datetime import date, timedelta
from typing import Final

from bot.domain.width import narrow
from bot.patterns import regex

DAY: Final = regex(
    r"(?<!\d)(?P<year>\d{4})(?:\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?|(?P<tight>\d{4}))(?!\d)"
)
_MIDNIGHT: Final = regex(r"[ T]+0?0:00(:00(\.0+)?)?$")  # of a cell that is a date and was read as a moment
_SERIAL: Final = regex(r"[1-9]\d{4}(\.0+)?")
_EPOCH: Final = date(1899, 12, 30)  # Excel's day 0, for days after February 1900


def written_day(text: str) -> date | None:
    """None for anything else, also for a day without its year or its month: nobody guesses those."""
    folded = _MIDNIGHT.sub("", narrow(text).strip())
    if _SERIAL.fullmatch(folded):
        return _EPOCH + timedelta(days=int(float(folded)))
    found = DAY.fullmatch(folded)
    return day_of(found) if found else None


def day_of(found: re.Match[str]) -> date | None:
    """Of a match of DAY; None where there is no such day."""
    month, day = found["month"] or found["tight"][:2], found["day"] or found["tight"][2:]
    try:
        return date(int(found["year"]), int(month), int(day))
    except ValueError:
        return None
