"""How times of day are written: 下午, 夜班, 8点半, 三点一刻, 15:00."""

import re
from collections.abc import Mapping
from typing import Final

from bot.patterns import regex
from bot.when.said.times import Clock, Edge, Part
from bot.when.written.numerals import HAN, SMALL, number

_WORDS: Final[Mapping[str, Part]] = {
    **dict.fromkeys(("凌晨", "清晨", "拂晓", "晨"), Part.DAWN),
    **dict.fromkeys(("早上", "早晨", "一大早", "一早", "大清早", "大早上", "早间", "早"), Part.MORNING),
    **dict.fromkeys(("上午", "午前"), Part.AM),
    **dict.fromkeys(("中午", "正午", "午间", "晌午"), Part.NOON),
    **dict.fromkeys(("下午", "午后", "傍晚"), Part.PM),
    **dict.fromkeys(("晚上", "晚间", "夜里", "夜间", "晚"), Part.EVENING),
    **dict.fromkeys(("半夜", "深夜", "后半夜", "大半夜", "夜"), Part.NIGHT),
    **dict.fromkeys(("夜班", "大夜班", "晚班"), Part.NIGHT_SHIFT),
    **dict.fromkeys(("全天", "整天", "一整天", "白班", "整日", "全日"), Part.WHOLE),
}
_LONG: Final = "|".join(sorted((word for word in _WORDS if len(word) > 1), key=len, reverse=True))
_PART: Final = regex(rf"(?P<word>{_LONG})(?!好|茶(?!水间)|安(?!排|全|装))(?:的时候|时分)?")
_ON_DUTY: Final = ("早上班", "晚上班")  # 早 or 晚, and 上班
_SHORT: Final = regex("早(?!点|日|就|已|会|班|退|期|走|晚(?!到|来))|晚(?!点|会|班|辈|到|期|来)|晨(?!会)|夜(?!班|市)")
_BEFORE_A_CLOCK: Final = regex(rf"[早晚](?=\s?(?:\d{{1,2}}[:点]|[{HAN}]{{1,3}}点))")
_LATIN: Final = regex(r"(?P<m>[ap])\.?m\.?(?![a-z])", re.IGNORECASE)
_EDGE: Final = regex(r"(?P<edge>上班|下班)(?:之?前|时|的时候|那会儿)")
_ASIDE: Final = regex(
    "意见|建议|要求|注意|原因|说明|内容|事(?!故)|儿(?!童)|以上|东西|小|都|也|不|心|赞|名|击|餐|外卖|火|评|检|滴|头(?!上)|子|数|缀|燃"
    "|货|钱|位|线|工作|感|经验|体会|思考|想法|声|差|进步|困难|问题|希望|帮助|情况|帮忙|时间|就行|吧|破|一线|五|[1-9]\\d*[吨米倍万]"
)
_SPOKEN: Final = regex(
    rf"(?P<h>{SMALL})\s?(?:点|时(?!候|间|长|段|期|代|常|光|刻|区|差|效|速|薪|机|尚|态))(?:钟|整)?"
    rf"(?:(?P<half>半)|(?P<quarter>[一三])刻|过?(?P<m>\d{{1,2}}|[{HAN}]{{1,3}})(?:分(?!钟)|(?![\d天个号月日人点:周小年级楼])))?(?:左右|前后|整|许)?"
)
_DIGITAL: Final = regex(r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:分|左右|整)?")
_FIRST_OF_TWO: Final = regex(rf"(?P<h>{SMALL})(?=\s?[-~到至]\s?(?:{SMALL}(?:点|时(?!间|候|长))))")
_SHORT_OF: Final = regex(rf"差(?:(?P<quarter>一刻钟?)|(?P<m>{SMALL})分钟?)\s?(?P<h>{SMALL})点")  # 差一刻九点
_MIDNIGHT: Final = regex("零点(?!几|[一二三四五六七八九\\d])|午夜|子夜")
_MERIDIAN: Final = regex(r"\s?(?P<m>[ap])\.?m\.?(?![a-z])", re.IGNORECASE)
_HOUR_MERIDIAN: Final = regex(r"(?P<h>\d{1,2})(?=\s?[ap]\.?m\.?(?![a-z]))", re.IGNORECASE)


def part_at(text: str, start: int, *, expected: bool) -> tuple[Part | Edge, int] | None:
    """`expected`: a day stands before it, so that a short 晚 or 夜 is that day's."""
    if found := _EDGE.match(text, start):
        return Edge(found["edge"]), found.end()
    if found := _PART.match(text, start):
        on_duty = text.startswith(_ON_DUTY, start)
        return None if on_duty else (_WORDS[found["word"]], found.end())
    if found := (_SHORT if expected else _BEFORE_A_CLOCK).match(text, start):
        return _WORDS[found[0]], found.end()
    if found := _LATIN.match(text, start):
        return (Part.AM if found["m"] in "aA" else Part.PM), found.end()
    return None


def clock_at(text: str, start: int, *, expected: bool) -> tuple[tuple[Clock | Part, ...], int] | None:
    """A time of day that begins at `start`; `3pm` is a clock and its part.

    `expected`: a day or a part of one, or the beginning of a range, stands before it, so that 两点 is a time and not
    两点 of something.
    """
    if found := _DIGITAL.match(text, start):
        return _made(int(found["h"]), int(found["m"]), text, found.end(), exact=found["h"].startswith("0"))
    if found := _SHORT_OF.match(text, start):
        return _short_of(found, text)
    if found := _MIDNIGHT.match(text, start):
        return (Clock(0, 0, exact=True),), found.end()
    if found := _SPOKEN.match(text, start):
        return _spoken(found, text, expected=expected)
    if expected and (found := _FIRST_OF_TWO.match(text, start)):
        hour = number(found["h"])
        return None if hour is None else _made(hour, 0, text, found.end())
    if found := _HOUR_MERIDIAN.match(text, start):
        return _made(int(found["h"]), 0, text, start + len(found["h"]))
    return None


def _short_of(found: re.Match[str], text: str) -> tuple[tuple[Clock | Part, ...], int] | None:
    hour, less = number(found["h"]), 15 if found["quarter"] else number(found["m"])
    if not hour or not less or less > 59:
        return None
    return _made(hour - 1, 60 - less, text, found.end())


def _spoken(found: re.Match[str], text: str, *, expected: bool) -> tuple[tuple[Clock | Part, ...], int] | None:
    hour = number(found["h"])
    minute = (
        30 if found["half"] else 15 * (number(found["quarter"]) or 0) if found["quarter"] else number(found["m"] or "0")
    )
    plain = not (found["half"] or found["quarter"] or found["m"]) and found[0][-1] in "点时"
    if hour is None or minute is None or (plain and _ASIDE.match(text, found.end())):
        return None
    if plain and not _is_time(text, found, expected=expected):
        return None
    return _made(hour, minute, text, found.end(), exact=hour == 0)


_A_LITTLE: Final = frozenset("快慢早晚有差好多少大小高低严紧松近远轻重")  # 快一点
_AFTER_A_TIME: Final = frozenset(" ,-~到至开前集左出发上下" + "0123456789") | {""}


def _is_time(text: str, found: re.Match[str], *, expected: bool) -> bool:
    """一点 and 两点 are times only beside something that is one, or where nothing else follows."""
    if found["h"] == "一" and text[found.start() - 1 : found.start()] in _A_LITTLE:
        return False
    return expected or found["h"] not in ("一", "几", "两") or text[found.end() : found.end() + 1] in _AFTER_A_TIME


def _made(
    hour: int, minute: int, text: str, end: int, *, exact: bool = False
) -> tuple[tuple[Clock | Part, ...], int] | None:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    clock = Clock(hour, minute, exact or hour > 12 or hour == 0)
    if meridian := _MERIDIAN.match(text, end):
        return (Part.AM if meridian["m"] in "aA" else Part.PM, clock), meridian.end()
    return (clock,), end
