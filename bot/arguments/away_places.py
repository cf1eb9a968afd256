"""Where somebody goes: 去上海出差, 到客户那里, 上海出差."""

import re
from dataclasses import dataclass
from typing import Final

from bot.patterns import regex

_MOST: Final = 12  # characters of a place; what is longer is a story
_NO_PLACE: Final = (
    r"(?!(?:下下|下个|下|上|这|本)?(?:周|星期|礼拜|月)|明天|明年|后天|大后天|今天|昨天|月底|年底|元旦|春节|国庆|\d|[一二三四五六七八九十两]+[天号点月]"
    r"|出差|外出|出去|办|见|开会|拜访|跑|谈|参加|看|趟|一趟|吧|了|的|晚上|早上|上午|下午|中午|傍晚|[，,。\s])"
)
_GO: Final = "(?:前往|出差到|出差去|去往|赶往|去|到|往|赴|飞|在)"
_THEN: Final = (
    r"(?=[，,。；;\s]|$|出个?差|出趟差|外出|出去|见客户|见|开会|开展会|开|拜访|参加|参观|办事|办|谈|跑|看|学习|培训|考察|验收|调试|安装|支援|交流|送|取|拿|领|签|盖章|接"
    r"|处理|沟通|对接|走访|检查|勘察|[一二两三四五六七八九十半\d]+(?:天|个?小时|周|个?月)|[今明后]天|下?周[一二三四五六日天]|\d|呆|待|住|一趟|了|吧|吗|可以吗)"
)
_GOING: Final = regex(f"{_GO}{_NO_PLACE}(?P<place>[\\u4e00-\\u9fffA-Za-z·]{{1,{_MOST}}}?){_THEN}")
_BEFORE: Final = regex(
    r"(?:^|(?<=[\s，,。要想得我]))(?!我|要|想|得|需要|申请|报|补|去|临时|马上|现在|公司|安排)(?P<place>[\u4e00-\u9fff]{2,8}?)(?=出个?差|出趟差)"
)


_NO_WORD: Final = regex("见|拜访|参加|开会|谈|培训|学习|考察|验收|因|原因|当天|申请|和|跟|顺便|需要|急|项目|客户")
_TRIM: Final = " ，,。、；;"


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """Where in the line it stands, with the word that leads to it."""

    place: str
    start: int
    end: int


def place_said(line: str) -> PlaceSaid | None:
    """`line` is narrow."""
    found = _GOING.search(line)
    return PlaceSaid(found["place"], found.start(), found.end()) if found else None


def place_before(line: str) -> PlaceSaid | None:
    """上海出差; asked for once the time is taken out of the line."""
    found = _BEFORE.search(line)
    return PlaceSaid(found["place"], found.start(), found.end()) if found else None


def without(line: str, place: PlaceSaid | None) -> str:
    return f"{line[: place.start]} {line[place.end :]}" if place else line


def first_word(rest: str, *, alone: bool) -> tuple[str, str]:
    """上海 见客户: where nothing leads to the place, it comes first. `alone`: only where it is short, so surely one."""
    word, _, behind = re.sub("[，,、]", " ", rest).partition(" ")
    fits = 2 <= len(word) <= (4 if alone else 8) and not _NO_WORD.match(word)
    return (word, behind.strip(_TRIM)) if fits else ("", rest)
