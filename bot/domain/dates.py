"""Dates and times as people read them: always with the weekday."""

from datetime import date, datetime, timedelta

WEEKDAYS = "一二三四五六日"


def weekday(moment: date) -> str:
    """`周一`"""
    return f"周{WEEKDAYS[moment.weekday()]}"


def day(moment: date) -> str:
    """`11月23日(周一)`"""
    return f"{moment.month}月{moment.day}日({weekday(moment)})"


def full_day(moment: date) -> str:
    """`2027年1月4日(周一)`"""
    return f"{moment.year}年{day(moment)}"


def day_seen(moment: date, today: date) -> str:
    """With its year where that is not this year."""
    return day(moment) if moment.year == today.year else full_day(moment)


def days(first: date, last: date) -> str:
    """`11月25日(周三)` or `11月25日(周三)至11月27日(周五)`; years are said where the two differ in theirs."""
    if first == last:
        return day(first)
    say = day if first.year == last.year else full_day
    return f"{say(first)}至{say(last)}"


def days_seen(first: date, last: date, today: date) -> str:
    """The same, with the year wherever it isn't this one."""
    if first == last:
        return day_seen(first, today)
    return f"{day_seen(first, today)}至{day_seen(last, today)}"


def clock_time(moment: datetime, now: datetime) -> str:
    """`10:30`, `明天 08:00` or `11月25日(周三) 08:00`, seen from `now`."""
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    if moment.date() == now.date() + timedelta(days=1):
        return f"明天 {moment:%H:%M}"
    return f"{day(moment)} {moment:%H:%M}"
