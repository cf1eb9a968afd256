"""How days are written: each pattern with what it means. All text here is folded."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.when.day_refs import (
    Away,
    CalendarDay,
    DayRef,
    Loose,
    MonthDay,
    MonthEnd,
    Offset,
    Together,
    Week,
    WeekDay,
    Weekend,
    WorkdayOfMonth,
)
from bot.when.duration import Duration, SaidDuration
from bot.when.lookalikes import PLACE, STREET, UNIT
from bot.when.numerals import HAN, SMALL, number

DIGITS: Final = "0123456789"
NUMERIC: Final = DIGITS + HAN

Built = DayRef | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """`starts` are the characters that it can begin with; where that is a numeral, `after` are those that can follow.

    `build` gives None where it is something else after all.
    """

    starts: str
    regex: re.Pattern[str]
    build: Callable[[re.Match[str]], Built]
    after: str = ""


YEAR: Final = (
    r"(?:(?P<years>大前年|前年|去年|今年|明年|后年)的?\s?"
    r"|(?P<year>\d{4}|\d{2}|二[〇零][一二三四五六七八九〇零]{2})年的?\s?)"
)
_YEARS: Final = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_WEEKS: Final = r"(?P<weeks>这个?|本|下下个?|上上个?|下一?个?|上一?个?)"
_AWAY: Final = {"这": 0, "本": 0, "当": 0, "下": 1, "下下": 2, "上": -1, "上上": -2}
_WEEK: Final = "(?:周|星期|礼拜)"
_OFFSETS: Final = {
    **dict.fromkeys(("大前天", "大前日"), -3),
    **dict.fromkeys(("前天", "前日", "前"), -2),
    **dict.fromkeys(("昨天", "昨日", "昨儿", "昨"), -1),
    **dict.fromkeys(("今天", "今日", "今儿", "今"), 0),
    **dict.fromkeys(("明天", "明日", "明儿", "明"), 1),
    **dict.fromkeys(("后天", "后日", "后"), 2),
    **dict.fromkeys(("大后天", "大后日"), 3),
}
_PERIOD_OF_MONTH: Final = "初|中旬|中(?!午|秋|班)|上旬|下旬|上半月|下半月"
NAMED: Final = {
    **dict.fromkeys(("三八妇女节", "妇女节", "三八节"), (3, 8)),
    **dict.fromkeys(("五四青年节", "青年节"), (5, 4)),
    **dict.fromkeys(("儿童节", "六一"), (6, 1)),
    **dict.fromkeys(("建军节", "八一"), (8, 1)),
    "教师节": (9, 10),
    "平安夜": (12, 24),
    **dict.fromkeys(("圣诞节", "圣诞"), (12, 25)),
}
_LOOSE: Final = (
    "过(?:几|两|些)天|这(?:几|两)天|那(?:几|两)天|前(?:几|两|些)天|近(?:期|几天|两天)|改天|回头(?!客|看)|最近|月中|月初"
    "|年初|年中|过段时间|有空的?时候|过几[周日]|下旬|中旬|上旬"
)


def day_at(text: str, start: int, patterns: tuple[Pattern, ...]) -> tuple[DayRef, int] | None:
    """What begins at `start`, by the first of `patterns` that fits, and where it ends."""
    for pattern in patterns:
        found = pattern.regex.match(text, start)
        if found and (built := pattern.build(found)) is not None:
            return built, found.end()
    return None


def year_of(found: re.Match[str]) -> tuple[int | None, int | None]:
    """The year, or how many years from now; two digits are of this century."""
    if found["years"]:
        return None, _YEARS[found["years"]]
    if not found["year"]:
        return None, None
    year = number(found["year"])
    return (year + 2000 if year is not None and year < 100 else year), None


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
    months = _AWAY[found["months"].rstrip("个一")]
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
    return CalendarDay(month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _bare_day(found: re.Match[str]) -> Built:
    day = number(found["d"])
    return None if day is None or day > 99 else MonthDay(day)


def _weekday(found: re.Match[str]) -> Built:
    if found["d"][0] == "末":
        return Weekend(_weeks(found))
    days = tuple(
        6 if each == "天" else int(number(each) or 7) - 1
        for each in re.sub("[、和及]", "", found["d"]).replace("日", "天")
    )
    return WeekDay(days, _weeks(found)) if len(set(days)) == len(days) else None


def _weeks(found: re.Match[str]) -> int | None:
    return _AWAY[found["weeks"].rstrip("个一")] if found["weeks"] else None


def _week(found: re.Match[str]) -> Built:
    return Week(_weeks(found) or 0)


def _offset(found: re.Match[str]) -> Built:
    return Offset(_OFFSETS[found[0]]) if found[0] in _OFFSETS else None


def _named(found: re.Match[str]) -> Built:
    return CalendarDay(*NAMED[found["name"]])


def _loose(found: re.Match[str]) -> Built:
    return Loose(f"「{found[0]}」是哪一天？请写日期，例如 11月25日 或 下周三。")


def _year_end(found: re.Match[str]) -> Built:
    return MonthEnd(0, 12, *year_of(found))


def _together(found: re.Match[str]) -> Built:
    first, last = found[0][0], found[0][1]
    return Together(_OFFSETS[first], _OFFSETS[last])


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

NUMERIC_PATTERNS: Final = (
    Pattern(
        DIGITS,
        re.compile(r"(?P<y>(?:19|20)\d\d)(?P<s>[-./年])\s?(?P<m>\d{1,2})[-./月]\s?(?P<d>\d{1,2})(?:日|号|(?![\d.]))"),
        _full_date,
        "-./年",
    ),
    Pattern(
        NUMERIC + _WORDS, re.compile(rf"{YEAR}?(?P<m>{SMALL})月(?!饼)份?的?\s?{_WITHIN_MONTH}"), _month_day, "年月"
    ),
    Pattern(NUMERIC + _WORDS + "年", re.compile(rf"(?:{YEAR}年?|年)(?:底|末)(?!薪|奖)"), _year_end, "年"),
    Pattern(
        DIGITS,
        re.compile(rf"(?P<m>\d{{1,2}})\.(?P<d>\d{{1,2}})(?:{_DAY_END}|(?!\d|\.\d|号)(?!\s?(?:{UNIT})))"),
        _dotted,
        ".",
    ),
    Pattern(
        DIGITS,
        re.compile(rf"(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?!\d|号|[/.]{_ANOTHER})(?!\s?(?:{UNIT}|{_NOT_A_SHARE}))"),
        _dotted,
        "/",
    ),
    Pattern(
        DIGITS,
        re.compile(rf"(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?![\d号日时:年]|-{_ANOTHER}|[./]\d)(?!\s?(?:{UNIT}|分))"),
        _dotted,
        "-",
    ),
    Pattern(NUMERIC, re.compile(rf"(?<![路街巷弄道])(?P<d>{SMALL}){_DAY_END}"), _bare_day, "号日"),
    Pattern(
        NUMERIC,
        re.compile(rf"(?P<d>{SMALL})(?=\s?[-~到至、,和及跟]\s?{SMALL}(?:[、,]\s?{SMALL}){{0,5}}{_DAY_END})"),
        _bare_day,
        "-~到至、,和及跟",
    ),
)
COMPACT: Final = Pattern(
    DIGITS, re.compile(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?![\dA-Za-z]|-\d{3}(?!\d))"), _full_date
)

WORD_PATTERNS: Final = (
    Pattern(
        "这本下上当",
        re.compile(rf"(?P<months>这个?|本|当|下下个?|上上个?|下一?个?|上一?个?)月份?的?\s?{_WITHIN_MONTH}"),
        _of_month,
    ),
    Pattern("月", re.compile("月[底末]"), lambda _: MonthEnd()),
    Pattern(
        "这本下上周星礼",
        re.compile(
            rf"{_WEEKS}?{_WEEK}(?P<d>[一二三四五六日天末](?!次|个|年|岁|两次)(?:(?<!天)(?<!日)|(?![气报志均常产期程]))"
            rf"(?:(?<!末)[、和及]?[二三四五六日](?![点天个楼次月日时小半号年刻]))*|[1-7](?![\d次天个小时点号月周,.:年]))"
        ),
        _weekday,
    ),
    Pattern("这本下上", re.compile(rf"{_WEEKS}{_WEEK}(?![年边末转会报岁\d一二三四五六日天])"), _week),
    Pattern("双", re.compile("双休日"), lambda _: Weekend(None)),
    Pattern("今明后昨前", re.compile("(?:今明|明后|昨今|前昨)(?:两天|两日|天|(?=上午|下午))"), _together),
    Pattern("大今明后昨前", re.compile("大?[今明后昨前][天日儿](?!气)"), _offset),
    Pattern("今明后昨前", re.compile("[今明后昨前](?=早|晚|晨|夜)(?!晚辈|夜里程)"), _offset),
    Pattern("圣平三妇五青六儿八建教", re.compile(f"(?P<name>{'|'.join(NAMED)})(?!{STREET}|[\\d{HAN}])"), _named),
    Pattern("过这那前近改回最月年有下中上", re.compile(_LOOSE), _loose),
)


DIRECTION: Final = re.compile(r"\s?(?:之|以)?(?:后(?![天面年勤来台])|前(?![天面年台往])(?!提))")


def in_the_distance(lasting: SaidDuration, text: str, end: int) -> tuple[Away, int] | None:
    """三天后, 两周前, where `lasting` ends at `end`; hours are no days."""
    if not isinstance(lasting, Duration) or lasting.minutes or lasting.half_days == 1:
        return None
    found = DIRECTION.match(text, end)
    return (Away(lasting, back=found[0].endswith("前")), found.end()) if found else None
