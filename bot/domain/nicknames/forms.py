"""What can't be part of a real name, whoever bears it: pictures, numbers, advertisements, titles."""

import unicodedata
from typing import Final

from bot.domain.nicknames.surnames import SINGLE
from bot.domain.surnames import COMPOUND
from bot.patterns import regex

# Pictures, symbols, control and invisible characters, private and unassigned ones; an emoji may be as new as it likes.
_DECORATIONS: Final = frozenset({"So", "Sk", "Sc", "Cs", "Co", "Cc", "Cf", "Cn", "Me"})
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\ufe0e\ufe0f\u2800\u034f")
MOST_MARKS: Final = 3  # accents on one letter; Vietnamese names need two, Tibetan ones three

_DIGITS: Final = str.maketrans("零〇一二三四五六七八九幺两", "0012345678912")
_NUMBER: Final = regex(r"[0-9]{7,}")
_GAPS: Final = regex(r"(?<=\d)[\s\-.·,、/()]{1,3}(?=\d)")
_ADDRESS: Final = regex(
    r"https?:|www\.|\.(com|cn|net|top|xyz|vip|club)\b|@\w+\.\w|(vx|wx|qq|微信|薇信|企鹅)[号:]?[-a-z0-9_]{5,}"
)

_TITLES: Final = (
    "董事长 总裁 副总裁 总经理 副总经理 副总 总监 经理 副经理 主任 副主任 主管 部长 副部长 科长 处长 局长 厂长 "
    "班长 组长 队长 站长 店长 院长 所长 校长 书记 主席 会长 秘书 助理 专员 工程师 总工 师傅 老师 医生 护士 "
    "律师 会计 出纳 老板 老总 领导 教授 博士 先生 女士 小姐 安全员 班组长 客服 前台 总 工 董 哥 姐 叔 姨 伯 爷 "
    "嫂 师 导"
)
TITLES: Final = tuple(_TITLES.split())
_ALONE: Final = frozenset(title for title in TITLES if len(title) > 1)
_TITLE: Final = regex("(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + ")$")


def is_decorated(text: str) -> bool:
    """Of what was written, before any folding."""
    marks = 0
    for char in text:
        if char.isascii() and char.isalnum():
            continue
        category = unicodedata.category(char)
        if category in _DECORATIONS or char in _FILLERS:
            return True
        marks = marks + 1 if category == "Mn" else 0
        if marks > MOST_MARKS:
            return True
    return False


def has_number(folded: str) -> bool:
    """A telephone or an account: seven digits or more in a row, in figures or characters, with or without gaps."""
    return bool(_NUMBER.search(_GAPS.sub("", folded.translate(_DIGITS))))


def has_address(text: str) -> bool:
    """A web or mail address, or the number of an account elsewhere."""
    return bool(_ADDRESS.search(unicodedata.normalize("NFKC", text).casefold()))


def is_title(squeezed: str) -> bool:
    """张总, 欧阳师傅, 王建国主任, 经理: what one calls somebody, not what he is called."""
    found = _TITLE.search(squeezed)
    if not found:
        return False
    name = squeezed[: found.start()]
    if not name:
        return squeezed in _ALONE
    given = next((name[len(each) :] for each in (name[:2], name[:1]) if each in COMPOUND or each in SINGLE), None)
    return given is not None and len(given) <= 2


def without_title(squeezed: str) -> str:
    found = _TITLE.search(squeezed)
    return squeezed[: found.start()] if found else squeezed
