"""The time of something that comes again, as it stands behind it: 每周一 8:00, 每天早上8点."""

from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.domain.calendar.shift import Shift
from bot.patterns import regex
from bot.when.meaning.times_meant import HALVES, hours
from bot.when.results.outcomes import Vague
from bot.when.said.times import Clock, Edge, Part
from bot.when.written.time_patterns import clock_at, part_at

_PAUSE: Final = regex(r"[\s的,]*(?:在|于)?")
_ANOTHER: Final = regex(r"\s?(?:、|,|和|跟|与|及|以及|还有|到|至|-|~)\s?")
_ANOTHER_DAY: Final = regex(r"(?:每个?)?(?:周|星期|礼拜)[一二三四五六日天1-7]\s?|(?:每月)?\d{1,2}[号日]\s?")
_LATER: Final = regex(r"\d{1,2}:[0-5]\d|\d{1,2}点|[一二三四五六七八九十]{1,3}点(?:半|钟|整)")


@dataclass(frozen=True, slots=True)
class TimeAfter:
    """`at` is None where no time was said; `end` is where it ends. `unclear`: it can't be one time of the day.

    `assumed`: a default chose between morning and afternoon, or the text has a time that is perhaps meant.
    """

    at: time | None
    end: int
    assumed: bool = False
    unclear: Vague | None = None


def time_after(text: str, end: int, shift: Shift) -> TimeAfter:
    """What a folded text says from `end` on."""
    pause = _PAUSE.match(text, end)
    place = pause.end() if pause else end
    part = part_at(text, place, expected=True)
    if part is not None and isinstance(part[0], Edge):
        return TimeAfter(shift.end if part[0] is Edge.END else shift.start, part[1])
    clock = clock_at(text, part[1] + text.startswith(" ", part[1]) if part else place, expected=True)
    if clock is None:
        return _without_clock(text, part[0] if part else None, part[1] if part else end)
    said = next(each for each in clock[0] if isinstance(each, Clock))
    spoken = next((each for each in clock[0] if isinstance(each, Part)), part[0] if part else None)
    unclear = _unclear(text, clock[1])
    return TimeAfter(_chosen(said, spoken, shift), clock[1], len(hours(said, spoken)) > 1, unclear)


def _without_clock(text: str, part: Part | Edge | None, end: int) -> TimeAfter:
    """每天早上 leaves the usual time; 每天下午 needs one."""
    if isinstance(part, Part) and part not in (Part.AM, Part.MORNING, Part.WHOLE):
        question = f"{part.value}几点？请写时间，例如 {'下午3点' if part in HALVES else '20:00'}。"
        return TimeAfter(None, end, unclear=Vague(question))
    return TimeAfter(None, end, assumed=_LATER.search(text, end) is not None)


def _unclear(text: str, end: int) -> Vague | None:
    """上午9点和下午3点, or 8:00、周四14:00"""
    joined = _ANOTHER.match(text, end)
    if joined is None:
        return None
    if _has_clock(text, joined.end()):
        return Vague("一天提醒一次，请只写一个时间。")
    day = _ANOTHER_DAY.match(text, joined.end())
    return Vague("这几天的时间不一样，请分成几条，每条写一个时间。") if day and _has_clock(text, day.end()) else None


def _has_clock(text: str, place: int) -> bool:
    part = part_at(text, place, expected=True)
    return clock_at(text, part[1] if part else place, expected=True) is not None


def _chosen(clock: Clock, part: Part | Edge | None, shift: Shift) -> time:
    options = [time(hour % 24, clock.minute) for hour in hours(clock, part)]
    worked = [each for each in options if shift.covers(each)]
    return worked[0] if len(worked) == 1 else options[0]
