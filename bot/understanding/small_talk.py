"""Thanks, a greeting, a nod: nothing to do, and no wall of help for an answer."""

import re
from dataclasses import dataclass
from typing import Final

from bot.patterns import regex

MOST: Final = 30  # characters; beyond it nobody only nods
_THANKS: Final = "谢+|多谢|感谢|感恩|辛苦|麻烦[你您]|3q|thank|thx|🙏|🌹"
_GREETING: Final = (
    "你好|您好|大家好|各位好|早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安|早|哈喽|嗨|hi|hello|hey"
    "|在[吗么不]在?[？?]*|在[？?]+"
)
# The last line: WeCom's own faces, which arrive as their names.
_NOD: Final = (
    "好的呢|好的|得嘞|要得|妥了?|中|成|笑死|好嘞|好滴|好吧|好|行吧|行|可以了|收到|明白|了解|知道|没事|没问题|ok|okay|嗯|哦|噢|哈|嘿|呵|再见|拜拜|不客气|666+"
    "|赞|牛|棒|👍|👌|😄|😊|😂|🤝|💪"
    "|\\[(?:强|赞|抱拳|玫瑰|握手|微笑|呲牙|愉快|鼓掌|胜利|爱心|爱你|合十|加油|偷笑|憨笑|ok|好的|收到)\\]"
)
# What may stand beside them and says nothing by itself.
_BESIDE: Final = (
    "太|非常|十分|真是?|多|你们?|您|大家|各位|小助手|助手|机器人|老板|哥|姐|今[天晚]|最近|这[周几]天?|亲|兄弟们?|哥们儿?|姐妹们?|师傅|大哥|大姐|老铁|领导|主任|经理|一下|了|啦|啊|呀|哇|呢|吧|的|s|you"
    "|[\\s，,。.！!~～、…]"
)
_LINE: Final = regex(f"(?>(?:{_GREETING}|{_NOD}|{_THANKS}|{_BESIDE})+)", re.IGNORECASE)
_ANSWERS: Final = (
    (regex(_THANKS, re.IGNORECASE), "不客气，有事随时找我。"),
    (regex(_GREETING, re.IGNORECASE), "你好，有事随时找我。发 /帮助 看看我能做什么。"),
    (regex(_NOD, re.IGNORECASE), "好的，有事随时找我。"),
)


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """`answer` is the kind word for it, in private."""

    answer: str


def small_talk(line: str) -> SmallTalk | None:
    if len(line) > MOST or not _LINE.fullmatch(line):
        return None
    return next((SmallTalk(answer) for words, answer in _ANSWERS if words.search(line)), None)
