"""Thanks, a greeting, a nod: nothing to do, and no wall of help for an answer."""

import re
from dataclasses import dataclass
from typing import Final

MOST: Final = 30  # characters; beyond it nobody only nods, and the pattern would try a long row of 哈 in too many ways
_KINDS: Final = {
    "不客气，有事随时找我。": "(太|非常|十分|真的?)?(谢+|多谢|感谢|辛苦)|3q|thx|thanks?( you)?",
    "你好，有事随时找我。发 /帮助 看看我能做什么。": (
        "(你|您|大家)好|hi|hello|哈喽|嗨|在吗|在不在|早上?好?|(上|中|下)午好|晚上好"
    ),
    "好的，有事随时找我。": (
        "好+的?|行|可以了|收到|明白|ok|okay|嗯+|哈+|再见|拜拜|不客气|没事了?|知道了?|明白了?|了解|晚安|666+|赞|[👍👌🙏😄😊🌹]+"
    ),
}
_PARTICLES: Final = r"[，, ]?(谢+)?(你|您|了|啦|啊|呀|哈|哦|噢|小助手|~|～|！|!|。|\.|[👍👌🙏😄😊🌹])*"
_PATTERNS: Final = {answer: re.compile(f"({words}){_PARTICLES}", re.IGNORECASE) for answer, words in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """`answer` is the kind word for it, in private."""

    answer: str


def small_talk(line: str) -> SmallTalk | None:
    if len(line) > MOST:
        return None
    return next((SmallTalk(answer) for answer, pattern in _PATTERNS.items() if pattern.fullmatch(line)), None)
