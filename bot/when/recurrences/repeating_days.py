"""On which days something comes again, as it is written: 每周一, 每月第一个工作日, 节前3天."""

import re
from collections.abc import Callable
from typing import Final

from bot.patterns import regex
from bot.when.results.outcomes import Impossible, Refused, Vague
from bot.when.results.recurrence import Every
from bot.when.written.numerals import SMALL, number

_WEEKDAYS: Final = "一二三四五六日天"
_NAMES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK: Final = "(?:周|星期|礼拜)"
_DAYS: Final = (
    rf"(?P<first>末|[{_WEEKDAYS}1-7])(?!次|个|天(?!气))"
    rf"(?:\s?(?P<to>到|至|-|~)\s?{_WEEK}?(?P<last>[{_WEEKDAYS}1-7])|(?P<more>(?:[、,和及]?\s?{_WEEK}?[{_WEEKDAYS}](?!点|次|个)"
    r"|[、,和及]\s?[1-7](?![\d点:]))*))"
)
_WITHIN: Final = (
    rf"(?:第(?P<workday>{SMALL})个?工作日|(?P<firstwork>首个?工作日)|(?P<lastwork>最后一?个?工作日)"
    rf"|倒数第(?P<back>{SMALL})个?工作日|第(?P<nth>{SMALL})个{_WEEK}(?P<weekday>[{_WEEKDAYS}])"
    rf"|最后一?个{_WEEK}(?P<lastweekday>[{_WEEKDAYS}])|(?P<lastday>月?[底末]|最后一天)|(?P<firstday>第一天)"
    rf"|(?P<days>{SMALL}(?:[号日]?[、,和]{SMALL})*)[号日])"
)
_UNSUPPORTED: Final = regex(
    rf"每隔?(?:{SMALL})?个?(?:小时|分钟|钟头)|每隔?(?:[二两三四五六2-9]|\d\d)个?(?:周|天|日|星期|礼拜|月|年)|每半个?[天月年]|隔[周天日月]|每隔[一1]?[周天日月]|[单双]周"
)
_OFF: Final = "(?:每个?|逢|各)?(?:法定)?(?:节假日|节日|长假|小长假|假期|放假|节)"
_BEFORE: Final = regex(
    rf"{_OFF}的?(?:之|以)?(?P<way>[前后])的?(?:第?(?P<n>{SMALL})(?:天|日|个工作日)|(?P<eve>夕|最后一个工作日|首个工作日))"
)
_EVERY_WEEK: Final = regex(rf"(?:每个?|逢|每逢){_WEEK}的?\s?{_DAYS}")
_WORKDAYS: Final = regex(rf"每(?:个|周)?工作日|工作日每天|{_WEEK}一(?:到|至|-){_WEEK}?五每[天日]")
_EVERY_DAY: Final = regex("每一?[天日]|天天|每(?=[早晚])")
_EVERY_MONTH: Final = regex(rf"每个?月的?\s?{_WITHIN}")
_EVERY_QUARTER: Final = regex(rf"每个?季度?的?(?:首月|头一?个月|第[一1]个?月)?的?\s?{_WITHIN}")
_EVERY_YEAR: Final = regex(rf"每年的?\s?(?P<m>{SMALL})(?:月|\.|-)(?P<d>{SMALL})(?:[号日]|(?!\d))")
_LOOSE: Final = regex(rf"每个?(?:季度?|月|年|{_WEEK})")

Build = Callable[[re.Match[str]], tuple[Every, str]]


def _holiday(found: re.Match[str]) -> tuple[Every, str]:
    days = number(found["n"]) if found["n"] else 1
    if not days or days > 30:
        raise Refused(Vague("节前或节后几天？写 1 到 30 天，例如 节前3天。"))
    return Every.HOLIDAY, str(-days if found["way"] == "前" else days)


def _weekly(found: re.Match[str]) -> tuple[Every, str]:
    if found["first"] == "末":
        return Every.WEEK, "SA,SU"
    days = [_weekday(found["first"])]
    if found["to"]:
        last = _weekday(found["last"])
        if last < days[0]:
            raise Refused(Impossible("每周的几天请从前往后写，例如 每周一到周五。"))
        days = list(range(days[0], last + 1))
    days += [_weekday(char) for char in found["more"] or "" if char in _WEEKDAYS or char.isdigit()]
    return Every.WEEK, ",".join(_NAMES[day] for day in sorted(set(days)))


def _weekday(char: str) -> int:
    return int(char) - 1 if char.isascii() else min(_WEEKDAYS.index(char), 6)


def _monthly(found: re.Match[str]) -> tuple[Every, str]:
    return Every.MONTH, _within(found)


def _quarterly(found: re.Match[str]) -> tuple[Every, str]:
    return Every.QUARTER, _within(found)


def _within(found: re.Match[str]) -> str:
    if found["days"]:
        return ",".join(str(_day(each)) for each in re.split("[号日]?[、,和]", found["days"]))
    if found["workday"] or found["back"]:
        count = number(found["workday"] or found["back"])
        if not count or count > 20:
            raise Refused(Impossible("一个月没有这么多工作日。写第 1 到第 20 个，例如 每月第一个工作日。"))
        if count == 1:
            return "FIRST_WORKDAY" if found["workday"] else "LAST_WORKDAY"
        return f"WORKDAY{count if found['workday'] else -count}"
    if found["nth"]:
        count = number(found["nth"])
        if not count or count > 5:
            raise Refused(Impossible("一个月最多有五个同样的星期几。例如 每月第二个周五。"))
        return f"{_NAMES[_weekday(found['weekday'])]}{count}"
    if found["lastweekday"]:
        return f"{_NAMES[_weekday(found['lastweekday'])]}-1"
    if found["firstday"]:
        return "1"
    return "FIRST_WORKDAY" if found["firstwork"] else "LAST_WORKDAY" if found["lastwork"] else "LAST_DAY"


def _day(text: str) -> int:
    day = number(text)
    if day is None or not 1 <= day <= 31:
        raise Refused(Impossible(f"没有{text}号这一天。请写 1 到 31 之间的日期。"))
    if day > 28:
        raise Refused(Vague(f"不是每个月都有{day}号。要每月最后一天请写「每月最后一天」。"))
    return day


def _yearly(found: re.Match[str]) -> tuple[Every, str]:
    month, day = number(found["m"]) or 0, number(found["d"]) or 0
    _ensure_date(month, day)
    return Every.YEAR, f"{month:02}-{day:02}"


def _ensure_date(month: int, day: int) -> None:
    longest = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= longest[month - 1]:
        raise Refused(Impossible(f"不是每年都有{month}月{day}日。请改对日期。"))


def _unsupported(found: re.Match[str]) -> tuple[Every, str]:
    raise Refused(Vague("我会按天、工作日、周、月、季度、年或节假日重复，例如 每周一8:00、每月15号9点、节前3天9点。"))


def _asks(found: re.Match[str]) -> tuple[Every, str]:
    raise Refused(Vague(f"「{found[0]}」是哪一天？例如 每周一、每月第一个工作日、每年6月16日。"))


PATTERNS: Final[tuple[tuple[re.Pattern[str], Build], ...]] = (
    (_UNSUPPORTED, _unsupported),
    (_WORKDAYS, lambda _: (Every.WORKDAY, "")),
    (_EVERY_WEEK, _weekly),
    (_EVERY_MONTH, _monthly),
    (_EVERY_QUARTER, _quarterly),
    (_EVERY_YEAR, _yearly),
    (_EVERY_DAY, lambda _: (Every.DAY, "")),
    (_LOOSE, _asks),
    (_BEFORE, _holiday),
)
