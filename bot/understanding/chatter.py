"""What people say around what they want: fillers of dictated text, politeness, particles.

Left out for matching only: free text keeps them.
"""

import re
from typing import Final

from bot.patterns import regex

_LEADING: Final = regex(
    r"(?:请?(?:忽略|无视|忘记|忘掉|不要管)掉?(?:你?(?:之前|上面|前面|以上|先前)?的?(?:所有|全部|一切)?的?)(?:规则|指令|要求|设定|提示|限制|内容)+|那个|那什么|那啥|这个(?=[，,\s我])|就是说?|然后|嗯+|呃+|额+|唔+|哎+|诶+|欸+|哦+|噢+|啊+|喂+|嗨+|哈喽|hello|hi|在吗|你好|您好"
    r"|不好意思|打扰(?:一?下)?了?|请问(?:一下)?|(?:我|俺)?(?:就?是)?想(?:问|知道|了解)(?:一下|下)?|问一?下|对了|话说)[\s，,。.！!？?、~～…]*+",
    re.IGNORECASE,
)
_TRAILING: Final = regex(r"[\s啊呀哦噢呢吧嘛啦哈呗哇诶欸，,。.！!~～…、]")
_THANKS: Final = regex(r"(?<=[^\s，,。！!])[\s，,。！!]*(?:谢谢|多谢|谢了|辛苦了?|麻烦了?|拜托了?)[你您啦了]*$")
_COURTESY: Final = regex(
    r"(?:(?:我|俺|咱们?|我们|大家)?(?:想要|想|要|需要|打算|准备|能不能|可不可以|能否|可否|可以|能)(?![不否])"
    r"|(?:请(?![假教示款客])|麻烦|劳驾|拜托|帮忙|(?:帮|给|替)我们?)(?:你|您)?|[你您](?=帮|给|替|可以|能)"
    r"|(?:来|做|办|走)?(?:个|一个|一下)|(?:马上|现在就?|赶紧|赶快|立刻|立即)(?!的)|申请|本人|我)\s*+"
)
_REQUEST: Final = regex("请|麻烦|劳驾|拜托|帮|给我|替我")
_ORDER: Final = regex("[把将](?!近|来)|(?:拉|加|带|帮|给|替|让)(?:我|俺|咱)")
_WOULD_YOU: Final = regex(
    "(?:可以|好|行|成|中|ok)?[吗嘛么][？?]*$|(?:好不好|行不行|中不中|成不成|(?:可以|行|成|中)不)[？?]*$", re.IGNORECASE
)
_NOTHING_MORE: Final = regex("一下|(谢谢|多谢|谢了|辛苦|麻烦)(你|您|了)*|^[下个掉]$|[「」『』“”‘’\"']")
MOST: Final = 8  # fillers in a row; more is no sentence


def without_chatter(line: str) -> str:
    """Without the fillers it begins with, and the particles and the thanks it ends with."""
    return _without_tail(_THANKS.sub("", _without_tail(_without_head(line, _LEADING))))


def without_courtesy(line: str) -> str:
    """Without `我想`, `请帮我` and the like; the line itself where it begins with none.

    `可以帮我……吗` and `把我……行不` are no questions: they lose their question mark.
    """
    rest = _without_head(line, _COURTESY)
    asked = line[: len(line) - len(rest)]
    return _WOULD_YOU.sub("", rest) if _REQUEST.search(asked) or _ORDER.match(rest) else rest


def is_only_particles(words: str) -> bool:
    """Whether nothing more is said: `吧`, `一下`, `啦！`, `，谢谢`."""
    return not _without_tail(_NOTHING_MORE.sub("", words))


def _without_head(line: str, pattern: re.Pattern[str]) -> str:
    for _ in range(MOST):
        found = pattern.match(line)
        if not found:
            break
        line = line[found.end() :]
    return line


def _without_tail(line: str) -> str:
    end = len(line)
    while end and _TRAILING.match(line[end - 1]):
        end -= 1
    return line[:end]
