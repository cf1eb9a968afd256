"""Whether a sentence asks for figures of a week, a month or a year: 上个月一共有多少人违规, 今年出了几起事故.

Asked last. One's own matters and single days are answered elsewhere.
"""

import re
from typing import Final

from bot.domain.figures.items import ALIASES
from bot.shapes.arguments import Scene
from bot.when.read_report_period import read_report_period

LONGEST: Final = 40  # characters; whoever writes more tells something
_ITEM: Final = re.compile(
    "|".join(sorted((re.escape(each) for each in ALIASES if len(each) > 1), key=len, reverse=True))
)
_COUNTS: Final = re.compile("统计|(?:几|多少)(?:起|次|人|条|件|个人?|宗|项|例)")
_OF_ONE: Final = re.compile("我(?!们|司)|本人|谁|怎么|规定|[A-Za-z]{2}-?\\d{6,}")


def asks_figures(line: str, scene: Scene) -> str | None:
    """The period and what is counted, as if typed behind the command's name."""
    if len(line) > LONGEST or line.startswith("/") or not _COUNTS.search(line):
        return None
    said = re.sub("给我|帮我|替我", "", line)
    item, period = _ITEM.search(said), read_report_period(said, scene.now.date())
    if item is None or period is None or _OF_ONE.search(said):
        return None
    start, end = period.spans[0]
    return f"{said[start:end]} {item[0]}"
