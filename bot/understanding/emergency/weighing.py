"""A line as it is judged: folded, without the phrases that only sound dangerous, and what in it is meant in earnest."""

import functools
from typing import Final

from bot.understanding.emergency import innocent, setting
from bot.understanding.emergency.folding import clauses, fold
from bot.understanding.emergency.frames.scoring import points

BLANK: Final = "□"


@functools.lru_cache(maxsize=16)  # of one message on its way it is asked several times
def blanked(words: str) -> str:
    line = innocent.SETTING.sub("那里", fold(words))
    return innocent.PHRASES.sub(BLANK, innocent.VERBS.sub(BLANK, line))


def earnest(line: str) -> list[str]:
    """The clauses that may say that something happens: no topic, no question, and nothing that is only supposed."""
    found = []
    for part in clauses(line):
        if setting.SUPPOSED.search(part):
            break
        perhaps = setting.PERHAPS.search(part) and not setting.HAS_HAPPENED.search(part)
        if not (
            perhaps or setting.TOPIC.search(part) or setting.QUESTION.search(part) or setting.INTERJECTION.search(part)
        ):
            found.append(part)
    return found


def weight(parts: list[str]) -> int:
    """Points of what is meant in earnest."""
    return points(" ".join(parts))
