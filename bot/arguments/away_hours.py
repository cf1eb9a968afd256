"""From when to when somebody is away, once the words about where and what are taken out of the line.

现在到5点 begins now, 两小时 as well; 下午2点，4点回 is from two to four.
"""

from datetime import timedelta
from typing import Final

from bot.domain.attendance.trips import AwayWhen
from bot.domain.calendar.span import Span, TimeSpan
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.when.read_duration import read_duration
from bot.when.read_period import read_period
from bot.when.results.duration import Duration
from bot.when.results.period import OpenSpan

_MYSELF: Final = regex(r"^\s*(?:我|俺|本人)(?!们)")
_NOW: Final = regex("现在|马上|这就|这会儿?|一会儿?|等会儿?|待会儿?|等下|刚刚")
_TIMED: Final = regex(r"[上下]午|中午|傍晚|晚上|早上|点|:\d\d|小时|半天|[一二两三四五六七八九十\d]+天|全天")
_BACK: Final = regex(r"[，,]\s*([^，,。\s]{2,8}?)(?:回来|返回|回)(?=$|[\s，,。])")  # 周四回 is until then
_SAME_DAY: Final = regex("当天|当日|当晚")  # what one day is anyway
_TIMES: Final = regex(
    r"(?:\d{1,2}|[一二两三四五六七八九十]+)点(?:半|\d{1,2}分?)?|\d{1,2}:\d\d|[今明后]天|周[一二三四五六日天]|\d[号日]"
)


def read_away(line: str, scene: Scene, *, by_calendar: bool) -> tuple[AwayWhen, bool, str] | None:
    """The time, whether a default decided on it, and what is left."""
    if _NOW.search(line) or (not by_calendar and _only_lasts(line, scene)):
        return _from_now(_NOW.sub(" ", line), scene)
    for text, assumed in ((line, False), (f"今天{_MYSELF.sub('', line)}", True)):
        if assumed and not _TIMED.search(line):
            return None
        taken = read_period(text, scene.now, scene.calendar, scene.shift, by_calendar=by_calendar)
        if taken is None:
            continue
        period = taken.settled()
        if isinstance(period, OpenSpan):
            raise UserError(Code.MISSING_ARG, "到哪天结束，或者几天？", missing=("end",))
        return (
            period,
            taken.assumed or (assumed and isinstance(period, Span) and (by_calendar or period.calendar_days > 1)),
            taken.rest,
        )
    return None


def _only_lasts(line: str, scene: Scene) -> bool:
    """外出两小时: nothing says from when."""
    lasting = read_duration(line)
    if lasting is None or not isinstance(lasting.value, Duration) or lasting.value.half_days:
        return False
    return read_period(line, scene.now, scene.calendar, scene.shift) is None


def _from_now(line: str, scene: Scene) -> tuple[AwayWhen, bool, str]:
    """Until what is said, or until the shift is over."""
    start = scene.now.replace(second=0, microsecond=0)
    if lasting := read_duration(line):
        return TimeSpan(start, lasting.settled().after(start)), True, lasting.rest
    taken = read_period(f"今天{start:%H:%M}{line.strip()}", scene.now, scene.calendar, scene.shift)
    period = taken.value if taken else None
    if taken and isinstance(period, TimeSpan):
        return period, True, taken.rest
    schedule = scene.company.schedule(scene.sender.user_id) if scene.sender else None
    shift = schedule.shift_on(schedule.date_of(start)) if schedule else None
    ends = shift.ends(schedule.date_of(start), start.tzinfo) if schedule and shift else start
    return TimeSpan(start, ends if ends > start else start + timedelta(hours=1)), True, line.strip()


def until_back(line: str) -> str:
    """下午2点出去，4点回 is from two to four."""
    found = _BACK.search(line)
    times = list(_TIMES.finditer(line, 0, found.start())) if found else []
    if found is None or not times:
        return line
    if _SAME_DAY.fullmatch(found[1]):
        return f"{line[: found.start()]}{line[found.end() :]}"
    last = times[-1].end()
    return f"{line[:last]}到{found[1]}{line[last : found.start()]}{line[found.end() :]}"
