"""What people say who want something announced, or who say that what was announced is wrong.

What declared sentences can't hold, since the time or the rhythm stands before everything else.
"""

import re
from typing import Final

from bot.patterns import regex
from bot.understanding.chatter import without_chatter, without_courtesy
from bot.understanding.questions import is_question

LONGEST: Final = 200  # characters
_TIMER: Final = r"(?:设置?|定|建|安排|加|来|弄|做)(?:一?[个条])?(?:定时|周期|循环)的?(?:公告|通知|提醒)"
_TIME: Final = (
    r"(?:以后|今后|从[^，,]{1,6}起)?(?:每(?!个?人|位|次|一?[个位]人)|逢|[节放]假?[前后]|半?小时后|过[会\d一二两三半]"
    r"|[今明后]天|大后天|[明今]早|[今明]晚|[早晚]上|[上下中]午|(?:这|本|下个?)?(?:周|星期|礼拜)[一二三四五六日天]"
    r"|\d{1,2}(?:月|号|点|[:：.]\d)|[一二三四五六七八九十两]{1,3}(?:月|号|点|分钟|个?小时))"
)
_TELL: Final = (
    r"(?:提醒|通知|告诉|告知)(?:一下)?(?![我你您他她它]|咱们?(?!群|部))"
    r"|[给在往向到][^，,。；;]{1,20}?(?:发|推送|公布|说)(?:一?[个条则下]|个)?"
)
_MANY: Final = r"(?:群|平台|部门?|大家|各位|全员|全体|所有人|全公司|同事们?|员工|工友|师傅们)"
_TOLD: Final = regex(
    rf"{_TIME}.{{0,24}}?(?:{_TELL}).{{0,24}}?{_MANY}|{_TIME}.{{0,24}}?[给在往向到].{{0,16}}?{_MANY}.{{0,4}}?(?:发|推送)"
)
_TIMED: Final = regex(_TIMER)
_MAY: Final = regex(r"公告|通知|更正|提醒|告诉|告知|转告|转发|发[到给布]|^\s*/?(?:gg|announce)\b", re.IGNORECASE)
_HAPPENED: Final = regex(
    r"[了过](?:[。！!]|$)|昨[天晚]|没(?:有)?(?:通知|提醒|告诉)|(?:不|别)[用要]?(?:通知|提醒|告诉|发)"
)
_ABOUT_ONE: Final = regex(r"(?:公告|通知)(?!书|单|栏|[我你您他她]|一下|大家|各)")
_WRONG: Final = regex(
    r"[写发打搞弄说]错|错了|有误|不对|不准确|更正|应该?是|改[到成为]|(?:推迟|延后|提前|顺延)到|(?:少|漏)(?:写|了)"
)


def may_announce(line: str) -> bool:
    """Whether a picture that came with it may be meant for a notice: rather too often than not, since its author sees
    what goes along before anybody else does."""
    return bool(_MAY.search(line[:LONGEST]))


def speaks_of_announcing(line: str) -> bool:
    """每周一早上八点提醒项目A群开早会, 帮我设个定时公告 每月5号9点 …: a time, and many whom to tell."""
    said = without_courtesy(without_chatter(line))
    if len(line) > LONGEST or line.startswith("/") or is_question(said) or _HAPPENED.search(said):
        return False
    return bool(_TIMED.match(said) or _TOLD.match(said))


def speaks_of_correcting(line: str) -> bool:
    """公告里时间写错了，应该是15:00; 昨天的会议通知改到三点."""
    if len(line) > LONGEST or line.startswith("/") or is_question(line):
        return False
    found = _ABOUT_ONE.search(line)
    return bool(found and found.start() <= 20 and _WRONG.search(line, found.end()))
