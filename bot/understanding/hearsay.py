"""Whether a line asks if something that was heard is true: 听说下个月要搬，是真的吗. Pure."""

from typing import Final

from bot.patterns import regex

LONGEST: Final = 200  # characters
_HEARD: Final = regex("^(?:听说|据说|有人说|群里(?:在)?传|群里(?:都|有人)说|都在传|网上说|听人说)")
_WHETHER: Final = regex("(?:是不是真的?|真的假的|真的吗|真的么|是真是假|属实吗|是否属实|有这回事吗)[?？!！。啊呀呢]*$")


def asks_whether_true(line: str) -> bool:
    said = line.strip().removeprefix("/")
    return len(said) <= LONGEST and bool(_HEARD.search(said) and _WHETHER.search(said))
