"""Days said in words: 明天, 下周三, 周末, 妇女节, 过几天."""

import re
from typing import Final

from bot.patterns import regex
from bot.when.said.day_ref import Loose
from bot.when.said.days_from_today import Offset, Together
from bot.when.said.month_days import CalendarDay, MonthEnd
from bot.when.said.weeks import Week, WeekDay, Weekend
from bot.when.written.day_pattern import AWAY, Built, Pattern
from bot.when.written.lookalikes import STREET
from bot.when.written.numerals import HAN

_WEEKS: Final = r"(?P<weeks>这个?|本|下下个?|上上个?|下一?个?|上一?个?)"
_WEEK: Final = "(?:周|星期|礼拜)"
_WEEKDAYS: Final = {char: place % 7 for place, char in enumerate("一二三四五六日1234567")} | {"天": 6}
_OFFSETS: Final = {
    **dict.fromkeys(("大前天", "大前日"), -3),
    **dict.fromkeys(("前天", "前日", "前"), -2),
    **dict.fromkeys(("昨天", "昨日", "昨儿", "昨"), -1),
    **dict.fromkeys(("今天", "今日", "今儿", "今"), 0),
    **dict.fromkeys(("明天", "明日", "明儿", "明"), 1),
    **dict.fromkeys(("后天", "后日", "后"), 2),
    **dict.fromkeys(("大后天", "大后日"), 3),
}
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
    "过(?:几|两|些)天|这(?:几|两)天|那(?:几|两)天|前(?:几|两|些)天|近(?:期|几天|两天)|改天|回头(?!客|看)|最近|月中(?!毒|旬)|月初"
    "|年初|(?<![去今明前后])年中(?!毒|间)|过段时间|有空的?时候|过几[周日]|下旬|中旬|上旬"
)


def _weekday(found: re.Match[str]) -> Built:
    if found["d"][0] == "末":
        return Weekend(_weeks(found))
    days = tuple(_WEEKDAYS[char] for char in found["d"] if char in _WEEKDAYS)
    return WeekDay(days, _weeks(found)) if len(set(days)) == len(days) else None


def _weeks(found: re.Match[str]) -> int | None:
    return AWAY[found["weeks"].rstrip("个一")] if found["weeks"] else None


def _week(found: re.Match[str]) -> Built:
    return Week(_weeks(found) or 0)


def _offset(found: re.Match[str]) -> Built:
    return Offset(_OFFSETS[found[0]]) if found[0] in _OFFSETS else None


def _named(found: re.Match[str]) -> Built:
    return CalendarDay(*NAMED[found["name"]])


def _loose(found: re.Match[str]) -> Built:
    return Loose(f"「{found[0]}」是哪一天？请写日期，例如 11月25日 或 下周三。")


def _together(found: re.Match[str]) -> Built:
    first, last = found[0][0], found[0][1]
    return Together(_OFFSETS[first], _OFFSETS[last])


WORD_PATTERNS: Final = (
    Pattern("月", regex("月[底末]"), lambda _: MonthEnd()),
    Pattern(
        "这本下上周星礼",
        regex(
            rf"{_WEEKS}?{_WEEK}(?P<d>[一二三四五六日天末](?!次|个|年|岁|两次)(?:(?<!天)(?<!日)|(?![气报志均常产期程]))"
            rf"(?:(?<!末)[、和及]?[二三四五六日](?![点天个楼次月日时小半号年刻]))*|[1-7](?![\d次天个小时点号月周,.:年]))"
        ),
        _weekday,
    ),
    Pattern("这本下上", regex(rf"{_WEEKS}{_WEEK}(?![年边末转会报岁\d一二三四五六日天])"), _week),
    Pattern("双", regex("双休日"), lambda _: Weekend(None)),
    Pattern("今明后昨前", regex("(?:今明|明后|昨今|前昨)(?:两天|两日|天|(?=上午|下午))"), _together),
    Pattern("大今明后昨前", regex("大?[今明后昨前][天日儿](?!气)"), _offset),
    Pattern("今明后昨前", regex("[今明后昨前](?=早|晚|晨|夜)(?!晚辈|夜里程)"), _offset),
    Pattern("圣平三妇五青六儿八建教", regex(f"(?P<name>{'|'.join(NAMED)})(?!{STREET}|[\\d{HAN}])"), _named),
    Pattern("过这那前近改回最月年有下中上", regex(_LOOSE), _loose),
)
