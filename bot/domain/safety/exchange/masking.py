"""A story without those it is about: colleagues, numbers and accounts give way to words that say as much.

Personal information goes no further than it must (个人信息保护法 art. 6), and a lesson shames nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.finding.people import PeopleFinder
from bot.domain.finding.surnames import SINGLE
from bot.patterns import regex

SOMEBODY: Final = "某同事"
_NUMBERS: Final = (
    (regex(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"), "（电话略）"),
    (regex(r"(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)"), "（电话略）"),
    (regex(r"(?<!\d)\d{17}[\dXx](?!\d)"), "（证件号略）"),
    (regex(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"), "（邮箱略）"),
    (regex(r"(?:工号|微信号?|[Qq]{2}号?)[:：是 ]*[A-Za-z0-9_-]{4,20}"), "（号码略）"),
    (
        regex(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.]?[A-Z0-9]{5,6}"),
        "（车牌略）",
    ),
)
_SURNAME: Final = f"[{''.join(sorted(SINGLE))}]"
_CALLED: Final = regex(
    rf"{_SURNAME}(?:师傅|经理|主任|班长|组长|主管|科长|队长|厂长|工程师|姐|哥)|{_SURNAME}(?:工|总)(?=[，,。！!？?说讲喊叫跑被把正\s]|$)"
)
_NICKNAMED: Final = regex(
    rf"(?<![\w])(?:老|小){_SURNAME}(?=[，,。！!？?说讲喊叫跑被把正在和跟差没从也都又就还给让帮去来的、\s]|$)"
)
_MENTION: Final = regex(r"[@＠]\s?(?!某同事)[^\s，,。@＠]{1,20}")
_NO_NAME: Final = regex("[期段值]")  # 高峰期 names nobody
_AROUND: Final = regex(rf"[@＠]?{SOMEBODY}(?:[(（]\d+[)）])?")


@dataclass(frozen=True, slots=True)
class Masked:
    """`text` without them; `hidden`: what gave way, as it stood, each once."""

    text: str
    hidden: tuple[str, ...]


def masked(text: str, people: PeopleFinder) -> Masked:
    hidden: dict[str, None] = {}
    for pattern, instead in _NUMBERS:
        text = _without(pattern, instead, text, hidden)
    text = _without_names(text, people, hidden)
    for pattern in (_CALLED, _NICKNAMED, _MENTION):
        text = _without(pattern, SOMEBODY, text, hidden)
    return Masked(_AROUND.sub(SOMEBODY, text), tuple(hidden))


def _without(pattern: re.Pattern[str], instead: str, text: str, hidden: dict[str, None]) -> str:
    hidden.update(dict.fromkeys(found[0] for found in pattern.finditer(text)))
    return pattern.sub(instead, text)


def _without_names(text: str, people: PeopleFinder, hidden: dict[str, None]) -> str:
    pieces, at = "", 0
    for start, end in _named(text, people):
        hidden[text[start:end]] = None
        pieces, at = f"{pieces}{text[at:start]}{SOMEBODY}", end
    return pieces + text[at:]


def _named(text: str, people: PeopleFinder) -> Iterator[tuple[int, int]]:
    for start, end in people.names_in(text):
        if not _NO_NAME.match(text, end):
            yield start, end
