"""确认收到公告 GG-…: that he has read that notice, and nothing else. Pure."""

import re
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene

_NOTICE: Final = regex(r"GG-\d{8}-\d{3,}", re.IGNORECASE)
_READ: Final = regex("确认收到|收到|看[过完]?了?|已[读阅]|已经?看|阅知|知[道晓悉]了?")
_BESIDE: Final = regex(
    r"我|们|都|也|这|那|[条份个]|公告|通知|制度|确认|签收|已经?|的|了|过|啦|好|[\s，,。.！!：:~～「」]"
)


def has_read(line: str, scene: Scene) -> str | None:
    """Its number."""
    found = _NOTICE.findall(line)
    rest = _NOTICE.sub("", line)
    if len(found) != 1 or not _READ.search(rest) or _BESIDE.sub("", _READ.sub("", rest)):
        return None
    return str(found[0]).upper()
