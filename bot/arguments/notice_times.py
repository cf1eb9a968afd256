"""When a notice goes out: 明天8:30, 每周一8:00, 马上, 下午3点发. A time inside the text is the text's own.

Where it stands tells: before the text and apart from it, or with 发/发布 behind it. 明天下午三点开会 is what is
announced, and goes out now; 明天下午3点 开会 could be either, so its author is asked.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.width import narrow
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.when.read_moment import read_moment
from bot.when.read_recurrence import read_recurrence
from bot.when.results.outcomes import Impossible, Taken, Unsettled

_LEAD: Final = regex(r"(?:定时|计划于?|安排在?|请?于|在)?\s*")
_VERB: Final = regex(
    r"\s*的?(?:时候)?(?:定时)?(?:发布|发送|发出|推送|群发|公布|再发|发)(?:(?:一?[个条则])?(?:公告|通知|消息))?(?![生现放票展电货车工烧热布函])[：:，,\s]*"
)
_ASKS: Final = regex(
    r"(?=[\s，,]*(?:请|麻烦)?(?:帮我|帮忙|你)?(?:提醒|通知|告诉|[给在往向].{1,20}?(?:发[个条布]|推送)))"
)
_APART: Final = regex(r"[\s：:，,。；;]")
_CLOCK: Final = regex(
    r"\d{1,2}[:：]\d\d|[\d一二三四五六七八九十两]{1,3}\s?点|[上下]班[前后]|\d\s?[ap]m|后$|时\d|零点", re.IGNORECASE
)
_EXACT: Final = regex(r"\d[:：]\d\d|[\d一二三四五六七八九十两]\s?点")
# 每周八 8:00, 隔周周五16:00: meant for a time, although nobody can tell which.
_DAY_AND_TIME: Final = regex(
    r"\S{1,12}?\s?(?:[上下]午|[早晚]上?)?(?:\d{1,2}[:：]\d\d|[\d一二三四五六七八九十两]{1,3}点)"
)
_GOES_ON: Final = regex(r"\s*(?:到|至|[-~—–]|之?前|以前|之?后|以后|起|开始|左右|整?(?:准时|在|于))")
# What happens at a time, said soon behind it: then the time is of the event.
_EVENT: Final = regex(
    r"\s*.{0,12}?(?:开会|例会|会议|召开|举[行办]|停[电水气网机]|断[电网]|检修|维护|升级|培训|演[练习]|体检|面试|集合|出发|开始"
    r"|截止|结束|放假|到岗|盘点|验收|检查|考[试核]|开班|开工|复工|参加|报到|领[取]|发放|进行|组织|团建|聚餐|年会|比赛|活动|早会|晚会"
    r"|直播|讲座|交接|值班|加班|上班|下班|[上下]线|切换|清场|消[杀毒]|撤离|停[餐产工用]|大扫除|打扫|清[洗扫]|巡检|抽查|保养|调试|启用"
    r"|关闭|封[闭路]|吊装|装卸|发车|来访|参观|入场|到[场位会]|[大站晨]会|(?<![工协社机])会(?=$|[\s，,。；;：:（(]))"
)
_NOW: Final = regex(r"(?:马上|立即|立刻|现在就?|即刻|此刻)(?:就)?(?=[\s：:，,]|发|$)")
_ENDS: Final = regex(r"(?<!\s)\s*(?P<verb>发布|发出|发送|推送|群发|再发|发)?[)）。]?$")
_BREAK: Final = regex(r"[，,。；;\s（(]")
LONGEST_TAIL: Final = 30  # characters
_BY_ITSELF: Final = regex(r"[\s请于在，,]*")


@dataclass(frozen=True, slots=True)
class Timing:
    """`at`: None is now. `recurrence`: the contract's string. `guess`: what had to be inferred, as a card says it."""

    at: datetime | None = None
    recurrence: str = ""
    guess: str | None = None


def read_at_front(text: str, scene: Scene) -> tuple[Timing, str] | None:
    """What the text begins with, and what is left. Raises UserError for a time that can't be."""
    plain = narrow(text)
    if now := _NOW.match(plain):
        verb = _VERB.match(text, now.end())
        return Timing(), _after(text, verb.end() if verb else now.end())
    lead = _LEAD.match(plain)
    place = lead.end() if lead else 0
    return _recurring(text, place, scene) or _once(text, place, scene)


def read_at_end(text: str, scene: Scene) -> tuple[Timing, str] | None:
    """`安全早会提醒 每周一8:00`, `…，明天8点发`: the last clause is nothing but that, the longest that is."""
    plain = narrow(text)
    ends = _ENDS.search(plain)
    if ends is None:
        return None
    for found in _BREAK.finditer(plain, max(1, len(plain) - LONGEST_TAIL), ends.start()):
        clause = plain[found.end() : ends.start()].strip()
        if clause and (timing := _all_of(clause, scene, told=bool(ends["verb"]))):
            return timing, text[: found.start()].rstrip(" ，,；;（(")
    return None


def _all_of(clause: str, scene: Scene, *, told: bool) -> Timing | None:
    """`told`: 发 stands behind it; without it a single time is one of the text."""
    again = read_recurrence(clause, scene.shift)
    if again and _is_all(again.rest):
        return Timing(recurrence=again.settled().text(scene.company.notices.usual_time))
    once = read_moment(clause, scene.now, scene.calendar, scene.shift) if told else None
    if once is None or not _is_all(once.rest):
        return None
    at = once.settled()
    return Timing(_ahead(at, scene), guess=_said(at, scene) if once.assumed else None)


def _recurring(text: str, place: int, scene: Scene) -> tuple[Timing, str] | None:
    taken = read_recurrence(text[place:], scene.shift)
    if taken is None or taken.spans[0][0] != 0:
        return None
    end = place + taken.spans[0][1]
    verb, apart = _VERB.match(text, end), _APART.match(text, end)
    unclear = isinstance(taken.value, Unsettled) and _DAY_AND_TIME.match(text, place)
    if not (verb or apart or end == len(text) or _EXACT.search(narrow(taken.typed)) or unclear):
        return _of_the_text(taken.typed), text
    again = taken.settled().text(scene.company.notices.usual_time)
    glued = not (verb or apart) and _EVENT.match(text, end)
    guess = f"「{taken.typed}」是发公告的时间" if glued or taken.assumed else None
    return Timing(recurrence=again, guess=guess), _after(text, verb.end() if verb else end)


def _once(text: str, place: int, scene: Scene) -> tuple[Timing, str] | None:
    taken = _moment(text[place:], scene)
    if taken is None or taken.spans[0][0] != 0:
        return None
    end = place + taken.spans[0][1]
    verb = _VERB.match(text, end) or _ASKS.match(text, end)
    stands = end == len(text) or _APART.match(text, end)
    apart = stands and _CLOCK.search(narrow(taken.typed)) and not _GOES_ON.match(text, end)
    if not (verb or apart):
        return None
    if not verb and _EVENT.match(text, end) and not isinstance(taken.value, Impossible):
        return _of_the_text(taken.typed), text
    at = taken.settled()
    return Timing(_ahead(at, scene), guess=_said(at, scene) if taken.assumed else None), _after(
        text, verb.end() if verb else end
    )


def _of_the_text(typed: str) -> Timing:
    return Timing(guess=f"「{typed}」是公告里说的时间，公告现在就发；要到时候才发，按「改」回「{typed}发」")


def _moment(text: str, scene: Scene) -> Taken[datetime] | None:
    """11月23日8:30 今日值班：王强 contradicts itself only where the text's own day is taken for one of the time."""
    taken = read_moment(text, scene.now, scene.calendar, scene.shift)
    if taken and isinstance(taken.value, Impossible) and " " in taken.typed:
        return read_moment(text[: taken.spans[0][0] + taken.typed.rindex(" ")], scene.now, scene.calendar, scene.shift)
    return taken


def _said(at: datetime, scene: Scene) -> str:
    return f"{clock_time(at, scene.now)} 发"


def _ahead(at: datetime, scene: Scene) -> datetime:
    if at <= scene.now:
        sentence = f"{clock_time(at, scene.now)} 已经过了。要现在发就去掉时间，要以后发请写将来的时间。"
        raise UserError(Code.PAST_DATE, sentence)
    return at


def _is_all(rest: str) -> bool:
    return _BY_ITSELF.fullmatch(rest) is not None


def _after(text: str, end: int) -> str:
    return text[end:].lstrip(" ：:，,")
