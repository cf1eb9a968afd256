"""Why a wish costs nothing: whoever asks for a day off that is one already is told so, and why."""

from datetime import date

from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.dates import day_seen, days_seen, weekday
from bot.domain.leave.working_time.schedule import Schedule, days_between
from bot.errors import Code, UserError

OTHERWISE = "要请别的时间，请换个日期再发一次。"


def nothing_to_take(when: Span | TimeSpan, schedule: Schedule, today: date) -> UserError:
    """For a wish none of whose time is worked."""
    first, last = _dates(when)
    if first == last and (half := schedule.half_off(first)):
        name = schedule.calendar.name(first)
        return _refusal(f"{day_seen(first, today)}{half}公司放假{f'（{name}）' if name else ''}，不用请假。")
    if any(map(schedule.is_worked, days_between(first, last))):
        return _refusal(f"{when.said(today)}不在班次里（{schedule.shift.said}，休息时间除外），不用请假。")
    if first != last:
        return _refusal(f"{days_seen(first, last, today)}都不上班，不用请假。")
    return _refusal(_why_off(first, schedule, today))


def _why_off(on: date, schedule: Schedule, today: date) -> str:
    said = f"今天({on.month}月{on.day}日){weekday(on)}" if on == today else day_seen(on, today)
    if schedule.by_roster(on):
        return f"{said}没有排你的班，不用请假。"
    kind, name = schedule.calendar.kind(on), schedule.calendar.name(on)
    if kind is DayKind.WEEKEND:
        return f"{said}休息，不用请假。"
    return f"{said}是{kind}{f'（{name}）' if name else ''}，不用请假。"


def _dates(when: Span | TimeSpan) -> tuple[date, date]:
    if isinstance(when, Span):
        return when.start, when.end
    return when.start.date(), when.end.date()


def _refusal(sentence: str) -> UserError:
    return UserError(Code.NO_WORKDAY, sentence + OTHERWISE)
