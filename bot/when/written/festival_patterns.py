"""How holidays are written, and days before, in and after them."""

import re
from typing import Final

from bot.patterns import regex
from bot.when.said.day_ref import Loose
from bot.when.said.festivals import Festival, NewYearDay, Place
from bot.when.written.day_pattern import NUMERIC, YEAR, Built, Pattern, year_of
from bot.when.written.lookalikes import STREET
from bot.when.written.numerals import SMALL, number

_NAMES: Final = {
    **dict.fromkeys(("元旦", "新年"), "元旦"),
    **dict.fromkeys(("春节", "过年"), "春节"),
    "清明": "清明节",
    **dict.fromkeys(("五一", "劳动节"), "劳动节"),
    "端午": "端午节",
    "中秋": "中秋节",
    **dict.fromkeys(("国庆", "十一"), "国庆节"),
}
_OFF: Final = "(?:法定)?(?:假期|长假|小长假|放假|假日|期间|节日)"
# 国庆路 is a street, 王国庆 a person: what only contains the name is none
_SURNAMES: Final = (
    "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔"
    "崔邱秦江顾邵孟龙雷钱汤尹黎常武贺赖龚"
)
_NOT_IN_A_NAME: Final = f"(?<![@{_SURNAMES}建])"
_TAIL: Final = (
    rf"(?:的?第(?P<nth>{SMALL})天|(?:的)?(?P<last>最后一天)|头(?P<head>一)天"
    rf"|(?:之|以)?前面?的?(?:第(?P<nth_before>{SMALL})(?:天|个工作日)|(?P<eve>夕|一天|一日|一个工作日|最后一个工作日)"
    rf"|(?P<before>{SMALL})(?:天|日|个工作日))"
    rf"|(?:之|以)?后面?的?(?:第?(?P<first_after>一)(?:天|日|个工作日|个上班日)|第(?P<nth_after>{SMALL})(?:天|个工作日)"
    rf"|(?P<after>{SMALL})(?:天|日|个工作日))"
    r"|(?P<whole>当天|当日)|(?P<vague>(?:之|以)?[前后]面?(?![天勤]))|(?P<days_off>))"
)
_NAMED: Final = regex(
    rf"{YEAR}?{_NOT_IN_A_NAME}(?:(?P<name>元旦|新年(?!好|快乐|贺)|春节|过年|清明|五一(?:劳动节)?|劳动节|端午|中秋|国庆)"
    rf"(?!{STREET}|\d)|(?P<tenth>十一)(?=黄金周|{_OFF}|节[前后]))节?(?:黄金周)?(?:{_OFF})?{_TAIL}"
)
_NEXT: Final = regex(rf"(?:长假|小长假|假期|节假?日?|放假)(?=之?[前后]|的?第|的?最后){_TAIL}")
_NEW_YEAR: Final = regex(
    rf"{YEAR}?(?:(?P<eve>除夕|大年三十|年三十|大年夜)夜?"
    r"|(?:春节|大年|正月|年)(?:初(?P<first>[一二三四五六七八九十])|(?P<lantern>十五))|(?P<festival>元宵)节?)"
)


def _festival(found: re.Match[str]) -> Built:
    year, years = year_of(found)
    name = _NAMES["十一" if found["tenth"] else found["name"].removesuffix("劳动节") or "劳动节"]
    return _placed(name, found, year, years)


def _next(found: re.Match[str]) -> Built:
    return None if found["days_off"] is not None or found["vague"] else _placed(None, found, None, None)


def _placed(name: str | None, found: re.Match[str], year: int | None, years: int | None) -> Built:
    places = {
        "nth": Place.NTH, "head": Place.NTH, "nth_before": Place.NTH_BEFORE, "before": Place.BEFORE,
        "first_after": Place.NTH_AFTER, "nth_after": Place.NTH_AFTER, "after": Place.AFTER,
    }  # fmt: skip
    for group, place in places.items():
        if found[group]:
            count = number(found[group])
            return None if count is None else Festival(name, place, count, year, years)
    if found["vague"]:
        return Loose(f"「{found[0]}」是哪一天？请写日期，例如 节前一天 或 2月3日。")
    single = {"last": Place.LAST, "eve": Place.NTH_BEFORE, "whole": Place.ITSELF}
    place = next((place for group, place in single.items() if found[group]), Place.WHOLE)
    return Festival(name, place, 1, year, years)


def _new_year(found: re.Match[str]) -> Built:
    year, years = year_of(found)
    if found["eve"]:
        return NewYearDay(-1, year, years)
    if found["first"]:
        return NewYearDay((number(found["first"]) or 1) - 1, year, years)
    return NewYearDay(14, year, years)


FESTIVAL_PATTERNS: Final = (
    Pattern("大前去今明后除年春正元" + NUMERIC, _NEW_YEAR, _new_year, "年"),
    Pattern("大前去今明后元新春过清劳端中国" + NUMERIC, _NAMED, _festival, "年"),
    Pattern("长小假节放", _NEXT, _next),
)
NUMBERED_FESTIVALS: Final = (Pattern("五十", _NAMED, _festival),)  # 五一, 十一
