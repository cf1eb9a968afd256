"""Who doesn't agree with what was decided about him: 冤枉，警告搞错人了; WG-… 我没有发过广告. Pure."""

import re
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.marked import NAME, mark

LONGEST: Final = 120  # characters; whoever writes more tells a story
_WHAT: Final = "警告|禁言|处罚|处分|违规|通报批评|被?移出|被?停用|罚我|禁我|踢我|踢了我|给我[记停]"
_OBJECTS: Final = (
    "不服|冤枉|冤啊|搞错|弄错|认错人|误判|误会|不公平|不公正|太重|太狠|不合理|有异议|不接受|不认可?"
    "|凭什么|凭啥|不是我[发干做说弄]|我没[有发干做说弄刷骂]|复核|再[看审]|重新[看审]|不对|有问题|不合适|有出入"
)
_OBJECTION: Final = regex(f"(?:{_WHAT}).*(?:{_OBJECTS})|(?:{_OBJECTS}).*(?:{_WHAT})", re.DOTALL)
_OF_A_CASE: Final = regex(
    r"^\W*wg\s?[-—–_ ]?\d{8}.*"
    "(?:[搞弄判罚]错|认错人|误判|误会|不公平|不公正|太重|不合理|不是我[发干做弄说]|我没[有发干做弄说刷骂])",
    re.DOTALL | re.IGNORECASE,
)
_OF_MINE: Final = regex("[我俺]|本人|冤|[想请]让?[人谁]?.{0,4}(?:再|重新|复核)")
_OF_OTHERS: Final = regex("(?:我们|咱们|公司|客户|交警|车管|平台|抖音|淘宝|微博|游戏)")


def objects(line: str, scene: Scene) -> str | None:
    """The whole line is why; which case it is about is looked up where it isn't said."""
    if line.startswith("/") or len(line) > LONGEST:
        return None
    if _OF_A_CASE.search(line):
        return line
    if not _OBJECTION.search(line):
        return None
    if not _OF_MINE.search(line) or _OF_OTHERS.search(line):
        return None
    marked = mark(line, scene.company.finder.people.names_in)
    return None if re.match(NAME, marked.line) and "我" not in line else line
