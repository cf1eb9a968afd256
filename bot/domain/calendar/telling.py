"""What people are told of the calendar: a day, a holiday, a month, a year, what comes next. Line by line."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from bot.domain.calendar.calendar import FARTHEST, Calendar, last_of_month
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.own_days import Own, OwnDay
from bot.domain.calendar.span import Half
from bot.domain.calendar.statutory import HOLIDAYS, PARTIAL_DAYS, holiday_days
from bot.domain.dates import day_seen, days_seen

_WHO: Final = {"妇女节": "女职工", "青年节": "14 至 28 周岁的青年", "建军节": "现役军人"}


def provisional(year: int) -> str:
    return f"{year}年放假安排未公布，天数可能变。"


def about_day(calendar: Calendar, on: date, today: date) -> Iterator[str]:
    """`11月23日(周一)上班。`"""
    yield f"{day_seen(on, today)}{_what(calendar, on)}。"
    if partial := PARTIAL_DAYS.get((on.month, on.day)):
        yield f"{partial}：{_WHO[partial]}放假半天，赶上休息日不补休（《全国年节及纪念日放假办法》第三条、第六条）。"
    yield from _not_settled(calendar, on.year)


def about_holiday(calendar: Calendar, name: str, year: int, today: date) -> Iterator[str]:
    found = calendar.holiday(name, year)
    if found is None:
        yield f"我还不知道{year}年的{name}是哪天。"
        return
    if not calendar.is_published(year):
        yield _firm_only(name, year, today)
        yield from _not_settled(calendar, year)
        return
    yield _holiday_line(calendar, name, year, today)


def about_month(calendar: Calendar, year: int, month: int, today: date) -> Iterator[str]:
    first, last = date(year, month, 1), last_of_month(year, month)
    yield f"{year}年{month}月工作日{_counted(calendar, first, last)}。"
    yield from _off_lines(calendar, first, last, today)
    yield from _worked_lines(calendar, first, last, today)
    yield from _own_lines(calendar, first, last, today)
    yield from _not_settled(calendar, year)


def about_year(calendar: Calendar, year: int) -> Iterator[str]:
    """Days of that year are said without it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    today = first
    yield f"{year}年工作日{_counted(calendar, first, last)}。"
    for name in sorted(HOLIDAYS, key=lambda each: holiday_days(each, year) or (last,)):
        if calendar.holiday(name, year):
            published = calendar.is_published(year)
            yield _holiday_line(calendar, name, year, today) if published else _firm_only(name, year, today)
    yield from _own_lines(calendar, first, last, today)
    yield from _not_settled(calendar, year)


def about_next(calendar: Calendar, today: date) -> Iterator[str]:
    """The next holiday, and the next day of rest that is worked."""
    name, year = next_holiday(calendar, today)
    yield from about_holiday(calendar, name, year, today)
    yield next_made_up(calendar, today)
    yield from _own_lines(calendar, today, today + timedelta(days=60), today)


def next_made_up(calendar: Calendar, today: date) -> str:
    ahead = (today + timedelta(days=number) for number in range(FARTHEST))
    found = next((when for when in ahead if calendar.kind(when) is DayKind.ADJUSTED_WORK), None)
    if found:
        return f"下一个调休上班日：{_worked(calendar, found, today)}。"
    known = max((year for year in calendar.years if calendar.is_published(year)), default=today.year)
    return f"到{known}年底没有调休上班日了。"


def next_holiday(calendar: Calendar, today: date) -> tuple[str, int]:
    """The one that is under way, or the next, and its year."""
    found = ((calendar.holiday(name, year), name, year) for year in (today.year, today.year + 1) for name in HOLIDAYS)
    ahead = [(days, name, year) for days, name, year in found if days and days[1] >= today]
    _, name, year = min(ahead)
    return name, year


def nearest_year(calendar: Calendar, name: str, today: date) -> int:
    """Of a holiday: this year's, unless it is over."""
    found = calendar.holiday(name, today.year)
    return today.year if found is None or found[1] >= today else today.year + 1


def _what(calendar: Calendar, on: date) -> str:
    kind, name = calendar.kind(on), calendar.name(on)
    if kind is DayKind.ADJUSTED_WORK:
        return f"上班{_for(calendar, on)}"
    if half := calendar.half_off(on):
        return f"上班，{half}放假（{name}）" if name else f"上班，{half}放假"
    if kind.worked:
        return "上班"
    if kind is DayKind.WEEKEND and (not name or (on.month, on.day) in PARTIAL_DAYS):
        return "是周末，休息"
    return f"放假（{name}{'，法定节假日' if kind is DayKind.STATUTORY else ''}）" if name else "公司放假"


def _holiday_line(calendar: Calendar, name: str, year: int, today: date) -> str:
    first, last = calendar.holiday(name, year) or (today, today)
    total = (last - first).days + 1
    worked = sorted(when for when, names in calendar.years[year].work.items() if name in names.split("、"))
    made_up = "、".join(day_seen(each, today) for each in worked)
    return f"{name}：{days_seen(first, last, today)}放假，共 {total} 天{f'；{made_up}上班' if made_up else ''}。"


def _counted(calendar: Calendar, first: date, last: date) -> str:
    days = len(calendar.workdays(first, last))
    return f" {days} 天" if calendar.is_published(first.year) else f"暂按 {days} 天算"


def _firm_only(name: str, year: int, today: date) -> str:
    days = holiday_days(name, year)
    said = days_seen(days[0], days[-1], today)
    owed = sum(each.weekday() >= 5 for each in days)
    open_ = f"，其中 {owed} 天在周末，补休放在哪天还不知道" if owed else ""
    return f"{name}：{said}是法定节假日，共 {len(days)} 天{open_}。"


def _off_lines(calendar: Calendar, first: date, last: date, today: date) -> Iterator[str]:
    days = [each for each in _between(first, last) if _named_off(calendar, each)]
    for name, group in groupby(days, calendar.name):
        stretch = list(group)
        yield f"放假：{days_seen(stretch[0], stretch[-1], today)}（{name}）。"


def _worked_lines(calendar: Calendar, first: date, last: date, today: date) -> Iterator[str]:
    days = [each for each in _between(first, last) if calendar.kind(each) is DayKind.ADJUSTED_WORK]
    if days:
        yield f"调休上班：{'、'.join(_worked(calendar, each, today) for each in days)}。"


def _own_lines(calendar: Calendar, first: date, last: date, today: date) -> Iterator[str]:
    halves = {Half.AM: Own.MORNING_OFF, Half.PM: Own.AFTERNOON_OFF}
    own = [OwnDay(on, Own.OFF, name) for on, name in calendar.company.items()]
    own += [OwnDay(on, halves[half], name) for on, (half, name) in calendar.half_days.items()]
    own += [OwnDay(on, Own.WORKED, name) for on, name in calendar.company_work.items()]
    said = [each.said(today) for each in sorted(own, key=lambda each: each.on) if first <= each.on <= last]
    if said:
        yield f"公司另外安排：{'、'.join(said)}。"


def _not_settled(calendar: Calendar, year: int) -> Iterator[str]:
    if not calendar.is_published(year):
        yield provisional(year)


def _named_off(calendar: Calendar, on: date) -> bool:
    kind = calendar.kind(on)
    if kind is DayKind.WEEKEND:
        return bool(calendar.name(on)) and (on.month, on.day) not in PARTIAL_DAYS
    return kind in (DayKind.STATUTORY, DayKind.ADJUSTED_REST)


def _worked(calendar: Calendar, on: date, today: date) -> str:
    return f"{day_seen(on, today)}{_for(calendar, on)}"


def _for(calendar: Calendar, on: date) -> str:
    name = calendar.worked_for(on)
    return f"（{name}调休）" if name else "（调休）"


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
