"""Days written in numbers: 11.25, 11月25日, 2026-11-25, 25号, 下个月3号."""

import re
from typing import Final

from bot.patterns import regex
from bot.when.said.day_ref import Loose
from bot.when.said.month_days import CalendarDay, MonthDay, MonthEnd, WorkdayOfMonth
from bot.when.written.day_pattern import AWAY, DIGITS, NUMERIC, YEAR, Built, Pattern, year_of
from bot.when.written.lookalikes import PLACE, UNIT
from bot.when.written.numerals import SMALL, number

_PERIOD_OF_MONTH: Final = "初|中旬|中(?!午|秋|班)|上旬|下旬|上半月|下半月"


def _full_date(found: re.Match[str]) -> Built:
    month, day = int(found["m"]), int(found["d"])
    return CalendarDay(month, day, int(found["y"])) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_day(found: re.Match[str]) -> Built:
    month = number(found["m"])
    year, years = year_of(found)
    if month is None:
        return None
    if found["d"] is not None:
        day = number(found["d"])
        return None if day is None else CalendarDay(month, day, year, years)
    if found["end"]:
        return MonthEnd(month=month, year=year, years=years) if 1 <= month <= 12 else CalendarDay(month, 1)
    if count := _workday(found):
        return WorkdayOfMonth(count, CalendarDay(month, 1, year, years))
    if found["firstday"]:
        return CalendarDay(month, 1, year, years)
    part = found["part"] or ""
    return Loose(f"{month}月{part}是哪一天？请写日期，例如 {month}月15日。")


def _of_month(found: re.Match[str]) -> Built:
    months = AWAY[found["months"].rstrip("个一")]
    if found["d"]:
        day = number(found["d"])
        return None if day is None else MonthDay(day, months)
    if found["end"]:
        return MonthEnd(months)
    if count := _workday(found):
        return WorkdayOfMonth(count, MonthDay(1, months))
    if found["firstday"]:
        return MonthDay(1, months)
    return Loose(f"「{found[0]}」是哪一天？请写日期，例如 {'下个月' if months > 0 else '本月'}5号。")


def _workday(found: re.Match[str]) -> int | None:
    """-1 for the last one."""
    if found["firstwork"] or found["lastwork"]:
        return 1 if found["firstwork"] else -1
    return number(found["workday"]) if found["workday"] else None


def _dotted(found: re.Match[str]) -> Built:
    month, day = int(found["m"]), int(found["d"])
    years = year_of(found) if "years" in found.re.groupindex else ()
    return CalendarDay(month, day, *years) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _bare_day(found: re.Match[str]) -> Built:
    day = number(found["d"])
    return None if day is None or day > 99 else MonthDay(day)


def _listed(found: re.Match[str]) -> Built:
    """26 27两天: as many numbers as days."""
    for row in _ROW.finditer(found.string):
        if row.start() <= found.start() < row.end("days") and len(row["days"].split()) == number(row["many"]):
            return MonthDay(int(found["d"]))
    return None


def _next_to(found: re.Match[str]) -> Built:
    """26 27号: the day before."""
    return MonthDay(int(found["d"])) if int(found["d"]) + 1 == int(found["next"]) else None


def _year_end(found: re.Match[str]) -> Built:
    return MonthEnd(0, 12, *year_of(found))


_DAY_END: Final = rf"(?:号(?!\s?(?:{PLACE}))|日(?!元|均|常|报|产|志|班|光|本|期|程|内|子|历))"
_NO_MORE: Final = "[\\d个天人次周小点时:月年.号日岁万元%]"
_WITHIN_MONTH: Final = (
    rf"(?:(?P<d>{SMALL})(?:{_DAY_END}|(?!{_NO_MORE}))|(?P<end>底|末|最后一天)|(?P<firstday>第一天)"
    rf"|(?:第(?P<workday>{SMALL})个?|(?P<firstwork>首个)|(?P<lastwork>最后一个?))工作日"
    rf"|(?P<part>{_PERIOD_OF_MONTH})?(?![\d个]))"
)
_NOT_A_SHARE: Final = "的(?:人|员工|时间|面积|部分|量|产|钱)"
_ANOTHER: Final = r"\d{1,2}(?!\d*[-./~]\d)"  # a third number, as in 1/2/3, and not the end of a range
_WORDS: Final = "大前去今明后"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_SO_MANY: Final = r"\s?[这那]?(?P<many>[两二三四五六])天"
_ROW: Final = regex(rf"(?<![\d.:/-])(?P<days>{_DAY}(?:\s{_DAY}){{1,5}}){_SO_MANY}")

NUMERIC_PATTERNS: Final = (
    Pattern(
        DIGITS,
        regex(r"(?P<y>(?:19|20)\d\d)(?P<s>[-./年])\s?(?P<m>\d{1,2})[-./月]\s?(?P<d>\d{1,2})(?:日|号|(?![\d.]))"),
        _full_date,
        "-./年",
    ),
    Pattern(NUMERIC + _WORDS, regex(rf"{YEAR}?(?P<m>{SMALL})月(?!饼)份?的?\s?{_WITHIN_MONTH}"), _month_day, "年月"),
    Pattern(NUMERIC + _WORDS + "年", regex(rf"(?:{YEAR}年?|年)(?:底|末)(?!薪|奖)"), _year_end, "年"),
    Pattern(
        DIGITS + _WORDS,
        regex(rf"{YEAR}?(?P<m>\d{{1,2}})\.(?P<d>\d{{1,2}})(?:{_DAY_END}|(?!\d|[./]\d|号)(?!\s?(?:{UNIT})))"),
        _dotted,
        ".年",
    ),
    Pattern(
        DIGITS,
        regex(rf"(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?!\d|号|[/.]{_ANOTHER})(?!\s?(?:{UNIT}|{_NOT_A_SHARE}))"),
        _dotted,
        "/",
    ),
    Pattern(
        DIGITS,
        regex(rf"(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?![\d号日时:年]|-{_ANOTHER}|[./]\d)(?!\s?(?:{UNIT}|分))"),
        _dotted,
        "-",
    ),
    Pattern(NUMERIC, regex(rf"(?<![路街巷弄道])(?P<d>{SMALL}){_DAY_END}"), _bare_day, "号日"),
    Pattern(
        NUMERIC,
        regex(rf"(?P<d>{SMALL})(?=\s?[-~到至、,和及跟]\s?{SMALL}(?:[、,]\s?{SMALL}){{0,5}}{_DAY_END})"),
        _bare_day,
        "-~到至、,和及跟",
    ),
    Pattern(DIGITS, regex(rf"(?P<d>{_DAY})(?=\s(?P<next>{_DAY}){_DAY_END})"), _next_to, DIGITS),
    Pattern(DIGITS, regex(rf"(?P<d>{_DAY})(?=(?:\s{_DAY}){{1,5}}{_SO_MANY})"), _listed, DIGITS),
    Pattern(DIGITS, regex(rf"(?P<d>{_DAY})(?={_SO_MANY})"), _listed, "这那两二三四五六"),
)
COMPACT: Final = Pattern(DIGITS, regex(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?![\dA-Za-z]|-\d{3}(?!\d))"), _full_date)
OF_MONTH_PATTERNS: Final = (
    Pattern(
        "这本下上当",
        regex(rf"(?P<months>这个?|本|当|下下个?|上上个?|下一?个?|上一?个?)月份?的?\s?{_WITHIN_MONTH}"),
        _of_month,
    ),
)
