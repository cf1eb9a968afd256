"""What a report says: where, what kind, how many are hurt, how bad. What isn't said stays open; nothing is asked first.

493号令 art. 12 lists what a report holds; what is unknown is added later and holds up nothing.
"""

import functools
from datetime import datetime
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.accidents.reports import AccidentKind, CompanyLevel, Facts
from bot.patterns import regex
from bot.understanding.emergency.called import ACCIDENT
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.heed import Cry, heed
from bot.understanding.emergency.patterns import compiled, gathered
from bot.understanding.emergency.pieces import PIECES
from bot.understanding.emergency.places import find_place
from bot.understanding.emergency.topics import topic_of
from bot.when.read_moment import read_moment
from bot.when.view import Lean
from bot.when.written.numerals import HAN, is_about, number

_MARKS: Final = " ，,。.！!？?、~～…；;：:"
_URGING: Final = regex(r"[\s，,。.！!]*(?:快点?来?人?|救命|来人啊?|赶紧|急)?[\s，,。.！!？?~～…]*$")
_HURT: Final = gathered(
    """
    受.{0,2}伤|重伤|轻伤|电[到着倒晕死伤击]|躺|掉[下进在到]|掉.{0,2}[水井池坑河]|没有?(?:[反回]应|动静|上来|出来)|不动了|[划割擦扭磕碰刮烫烧砸摔夹压灼]伤|[划割擦磕碰刮]破|晕|昏|死|触电|中毒|夹|压|砸|撞|烧到|烫|摔|坠|卷|绞|断
    (?:崩|溅|迸|扎|戳|弹)[到进着伤]|流血|骨折|[滑摔绊]倒|倒[地下在]|溺|埋
    """
)
_NOBODY: Final = compiled(
    """
    (?:没有?|无|未)(?:造成)?(?:有?人员?)(?:受伤|伤亡|被困|伤)|无伤亡|没伤到?人|没人(?:受)?伤|没有?人员?受?伤|人没事|人员安全|人都?平安
    人员?(?:都|全|已经?|全部|全都){0,2}(?:跑|撤|逃|走)?(?:出来了?|撤离|疏散|撤了|跑了)
    """
)
_MANY: Final = f"[0-9]{{1,3}}|(?<![周期拜])[{HAN}]{{1,5}}"  # 周一两人: two on Monday
_COUNTED: Final = regex(
    f"(?P<many>{_MANY})(?:个|名|位)?(?:工?人|员工|同事|工友|师傅|学员|保洁).{{0,8}}(?:{_HURT})"
    f"|(?:伤|死|夹|压|砸|撞|轧|电|烫|烧|埋|烫伤|烧伤|砸伤|压伤)了?(?P<after>{_MANY})(?:个|名|位|人)"
    f"|(?:触电|坠落|中毒|晕倒|昏倒|窒息|受伤|溺水|烫伤|烧伤|被困)[，, ]?(?P<then>{_MANY})(?:个|名|位)?人"
)
_SOMEBODY: Final = compiled(
    f"""
    (?<![好])(?:有人|有个|有位|一个|师傅|<LIMB>|(?<![经总最])[老小](?![板心家时区])[一-鿿]|他|她|[一-鿿]工).{{0,10}}(?:{_HURT})
    (?:夹|压|砸|卷|撞|轧|电|烫|伤|绞|碾|埋|刮)(?:到|住|着|了|伤|倒)(?:了)?(?:<HUMAN>|<LIMB>)
    """,
    PIECES,
)
_SEVERAL: Final = regex("好几个?|好多|很多|多人|多名|一群|不少|几个|几名")
_LEVELS: Final = {
    CompanyLevel.NEAR_MISS: regex("未遂|差一?点|险些|虚惊"),
    CompanyLevel.DEATH: regex("死了|死亡|身亡|遇难|已死|去世|[砸压撞轧电烧炸摔淹毒夹]死(?:人|一|两|几|[0-9])"),
    CompanyLevel.SERIOUS: regex("重伤|骨折|断了|截肢|昏迷|不省人事|没有?呼吸|没有?心跳|大出血|休克|粉碎|掉了一截"),
    CompanyLevel.MINOR: regex("轻伤|轻微|皮外伤|[划擦扭割磕碰刮]伤|[划擦磕割刮碰]破|崴|烫伤"),
    CompanyLevel.DANGER: regex("险情"),
}
_TOGETHER: Final = str.maketrans("俩仨", "两三")


def read_facts(words: str, now: datetime) -> Facts:
    """Of the words that follow the command's name, or of a whole cry."""
    heard = heed(f"/{ACCIDENT} {words}")
    folded = fold(words)
    place = find_place(words)
    return Facts(
        text=words,
        urgent=heard is not None and heard.cry is Cry.ALARM,
        kind=heard.kind if heard and heard.kind not in (None, AccidentKind.OTHER) else topic_of(folded),
        place=words[place.start() : place.end()] if place else None,
        at=_moment(words, now)[0],
        injured=_injured(folded),
        level=next((level for level, words in _LEVELS.items() if words.search(folded)), None),
    )


def gist(words: str, now: datetime) -> str:
    """What happened, without when, where and the calls for haste; everything, where nothing would be left."""
    words = _moment(words, now)[1]
    place = find_place(words)
    rest = f"{words[: place.start()].rstrip()} {words[place.end() :].lstrip(_MARKS + '的里')}" if place else words
    return _URGING.sub("", rest).strip(_MARKS) or words.strip()


def _moment(words: str, now: datetime) -> tuple[datetime | None, str]:
    """When it happened, where a time of the past was said, and the words without it."""
    taken = read_moment(words, now, _calendar(), lean=Lean.PAST)
    if taken is None or not isinstance(taken.value, datetime) or taken.value > now:
        return None, words
    return taken.value, taken.rest


@functools.cache
def _calendar() -> Calendar:
    """A report names a moment that is past: company days don't matter to it."""
    return Calendar()


def _injured(folded: str) -> int | None:
    """How many at least; None: nobody said."""
    if _NOBODY.search(folded):
        return 0
    if _LEVELS[CompanyLevel.NEAR_MISS].search(folded):
        return None
    counted = _COUNTED.search(folded.translate(_TOGETHER))
    if counted and (least := _least(counted["many"] or counted["after"] or counted["then"])) is not None:
        return least
    if _SEVERAL.search(folded):
        return None
    return 1 if _SOMEBODY.search(folded) else None


def _least(written: str) -> int | None:
    """两三 are two at least, 三四十 thirty. None: it is no number."""
    return number(written[0] + written[2:] if is_about(written[:2]) else written)
