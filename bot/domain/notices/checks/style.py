"""How a text looks in a chat: its length, whom it calls out to, how loud it is (D17§2.1: 准确、简洁明白)."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.notices.checks.finding import Finding
from bot.errors import Code
from bot.patterns import regex

_CALLS: Final = regex(r"<@[^>]*>|@\s?(?:所有人|全体成员|all\b)", re.IGNORECASE)
_LOUD: Final = regex(r"[!！]{3,}|(?:[!！][^!！]{0,12}){4,}")
_MOBILE: Final = regex(r"(?<!\d)1[3-9]\d{9}(?!\d)")
MOST_MOBILES: Final = 2
PER_CHARACTER: Final = 3  # bytes of a Chinese one


def length(text: str, most: int) -> Finding | None:
    size = len(text.encode())
    if size <= most:
        return None
    sentence = (
        f"正文有 {size} 字节，企业微信一条最多发 {most}（约 {most // PER_CHARACTER} 个字）。请写短些，细节放进文件里。"
    )
    return Finding(sentence, Code.LIMIT)


def style(text: str) -> Iterator[Finding]:
    if _CALLS.search(text):
        yield Finding("机器人发的「@所有人」不会提醒到人，发出去只是几个字，可以删掉。")
    if _LOUD.search(text):
        yield Finding("感叹号有点多，一个就够醒目了。")
    if len(_MOBILE.findall(text)) > MOST_MOBILES:
        yield Finding("里面有好几个手机号，请看看是不是都要让大家看到。")
