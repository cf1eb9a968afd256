"""Dates and times as people read them: always with the weekday."""

from datetime import date, datetime, timedelta

_WEEKDAYS = "一二三四五六日"


def day(moment: date) -> str:
    """`11月23日(周一)`"""
    return f"{moment.month}月{moment.day}日(周{_WEEKDAYS[moment.weekday()]})"


def clock_time(moment: datetime, now: datetime) -> str:
    """`10:30`, `明天 08:00` or `11月25日(周三) 08:00`, seen from `now`."""
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    if moment.date() == now.date() + timedelta(days=1):
        return f"明天 {moment:%H:%M}"
    return f"{day(moment)} {moment:%H:%M}"
