"""What a report is about: a month, a week or a year, as `2026-10`, `2026-W47` or `2026`."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from bot.patterns import regex
from bot.when.results.outcomes import Impossible, Refused, Taken, Unsettled, Vague
from bot.when.written.folding import fold
from bot.when.written.numerals import SMALL, number

_AWAY: Final = {"这": 0, "本": 0, "当": 0, "今": 0, "上": -1, "上上": -2, "下": 1, "去": -1, "前": -2, "明": 1}
_YEAR: Final = r"(?:(?P<years>前年|去年|今年|明年)的?\s?|(?P<year>20\d\d|\d{2})年\s?)?"
_WHICH: Final = "(?P<which>这个?|本|当|上上个?|上一?个?)"
_CALENDAR_MONTH: Final = regex(rf"{_YEAR}(?<!\d)(?P<month>{SMALL})月份?(?!\d|[一二三四五六七八九十]+[号日]|饼)")
_WRITTEN_MONTH: Final = regex(
    r"(?<![\d.-])(?P<year>20\d\d)[-./年]?(?P<month>0[1-9]|1[0-2]|[1-9](?!\d))(?!\d|[-./]\d|月)"
)
_RELATIVE_MONTH: Final = regex(rf"{_WHICH}月(?!\d)")
_NUMBERED_WEEK: Final = regex(
    rf"{_YEAR}第\s?(?P<week>{SMALL})\s?(?:周|个?星期)|(?P<iso>20\d\d)-?[wW](?P<isoweek>\d\d?)"
)
_RELATIVE_WEEK: Final = regex(rf"{_WHICH}(?:周|星期|礼拜)(?![一二三四五六日天])")
_RELATIVE_YEAR: Final = regex(r"(?P<which>今|去|前|本|上)年?(?:年度|年)(?!\d|初|底|中)")
_WRITTEN_YEAR: Final = regex(r"(?<!\d)(?P<year>20\d\d)年?(?:度|全年)?(?![\d月-])")
_UNKNOWN: Final = regex(r"(?:[上下]半年|第?[一二三四1-4]季度|[上本这]个?季度?|最近|近\d+[天月周]|近期)")


def read_report_period(text: str, today: date) -> Taken[str] | None:
    """The period that lies behind: 12月 said in November is last year's."""
    folded = fold(text)
    for pattern, build in _PATTERNS:
        if found := pattern.search(folded):
            return Taken(text, _settled(build, found, today), (found.span(),))
    return None


def _settled(build: Callable[[re.Match[str], date], str], found: re.Match[str], today: date) -> str | Unsettled:
    try:
        return build(found, today)
    except Refused as refused:
        return refused.outcome


def _year_of(found: re.Match[str], today: date) -> int | None:
    if found["years"]:
        return today.year + _AWAY[found["years"][0]]
    if not found["year"]:
        return None
    return int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)


def _calendar_month(found: re.Match[str], today: date) -> str:
    month = number(found["month"])
    if month is None or not 1 <= month <= 12:
        raise Refused(Impossible(f"没有{found['month']}月。请写 1 到 12 月。"))
    year = _year_of(found, today)
    return _month(year if year is not None else today.year - (month > today.month), month)


def _written_month(found: re.Match[str], today: date) -> str:
    return _month(int(found["year"]), int(found["month"]))


def _relative_month(found: re.Match[str], today: date) -> str:
    index = today.year * 12 + today.month - 1 + _away(found)
    return _month(index // 12, index % 12 + 1)


def _numbered_week(found: re.Match[str], today: date) -> str:
    week = number(found["week"]) if found["week"] else int(found["isoweek"])
    if week is None or not 1 <= week <= 53:
        raise Refused(Impossible("一年只有 52 或 53 周。请改对周数，例如 第47周。"))
    if found["iso"]:
        return _week(int(found["iso"]), week)
    year = _year_of(found, today)
    iso = today.isocalendar()
    return _week(year if year is not None else iso.year - (week > iso.week), week)


def _relative_week(found: re.Match[str], today: date) -> str:
    iso = (today + timedelta(weeks=_away(found))).isocalendar()
    return _week(iso.year, iso.week)


def _week(year: int, week: int) -> str:
    if week > date(year, 12, 28).isocalendar().week:
        raise Refused(Impossible(f"{year}年没有第{week}周。请改对周数。"))
    return f"{year}-W{week:02}"


def _month(year: int, month: int) -> str:
    return f"{year}-{month:02}"


def _relative_year(found: re.Match[str], today: date) -> str:
    return str(today.year + _AWAY[found["which"]])


def _written_year(found: re.Match[str], today: date) -> str:
    return found["year"]


def _unknown(found: re.Match[str], today: date) -> str:
    raise Refused(Vague("统计按周、月或年，例如 上周、10月、2026年。"))


def _away(found: re.Match[str]) -> int:
    return _AWAY[found["which"].rstrip("个一")]


_PATTERNS: Final = (
    (_UNKNOWN, _unknown),
    (_NUMBERED_WEEK, _numbered_week),
    (_RELATIVE_WEEK, _relative_week),
    (_WRITTEN_MONTH, _written_month),
    (_CALENDAR_MONTH, _calendar_month),
    (_RELATIVE_MONTH, _relative_month),
    (_RELATIVE_YEAR, _relative_year),
    (_WRITTEN_YEAR, _written_year),
)
