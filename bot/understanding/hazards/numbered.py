"""What is wanted of a hazard by its number, wherever the words for it stand: YH-… 由高峰整改 12月5日前完成. Pure."""

import re
from collections.abc import Callable
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.questions import is_asked

LONGEST: Final = 120  # characters; whoever writes more tells a story
_NUMBER: Final = regex(r"(?<![A-Za-z0-9])(YH\s?[-—–_ ]?\d{8}[-—–_ ]?\d{3,6})(?!\d)", re.IGNORECASE)
_FRONT: Final = regex(r"^(?:把|将|那个|这个|隐患|[\s，,])+|^(?:的|那条|这条|[\s，,])+")
_HAPPENED: Final = regex("了[吗没么]|没有?$|[?？]|谁|怎么|什么时候")

Hears = Callable[[str, Scene], str | None]


def _hears(wanted: str) -> Hears:
    said = regex(wanted)

    def heard(line: str, scene: Scene) -> str | None:
        found = _NUMBER.search(line) if len(line) <= LONGEST and not line.startswith("/") else None
        if found is None or is_asked(line) or _HAPPENED.search(line):
            return None
        rest = _FRONT.sub("", _NUMBER.sub(" ", line).strip()).strip(" ，,")
        meant = said.search(rest)
        return f"{found[1]} {meant.groupdict().get('whom') or rest}" if meant else None

    return heard


asks_to_assign: Final = _hears(
    r"(?<![转移])(?:由|让|请|给|归|派给|交给|交由)[^\s，,]{2,8}?(?:负责|来)?(?:整改|处理|改|修|解决)"
)
asks_to_verify: Final = _hears(
    "^(?:现场)?(?:已)?(?:验收|复查|检查|验)(?:结果)?(?:为|是|：)?(?:合格|通过|不合格|不通过|没通过|未通过)"
)
asks_to_hand_over: Final = _hears(
    r"(?:转给|转派给?|移交给?|转交给?|转到)(?P<whom>@?[^\s，,]{2,8}?)(?:处理|跟进|负责|来办)?$"
)
