"""Whether a line may be a cry for help that nobody was sure of. Pure.

Words for accidents never come to an end, and to somebody in danger 没听懂 is the worst of answers. So what sounds a
little like one (`bot.understanding.emergency.frames`) is asked about: where nothing else is meant by it, or, where it
sounds more so, before anything is guessed from it.
"""

from typing import Final

from bot.patterns import regex
from bot.understanding.emergency import setting
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.frames.scoring import ALARM, ASK
from bot.understanding.emergency.patterns import compiled
from bot.understanding.emergency.pieces import PIECES
from bot.understanding.emergency.weighing import blanked, earnest, weight

LONGEST: Final = 200  # characters; in danger nobody writes so much
PRESSING: Final = 3  # points
_SIGNS: Final = regex(r"🆘+\w{0,12}|[🆘🚑🩸💥🐍🔪❗‼🔥]{2,}\s*\w{0,12}")  # and perhaps a place
_SOMEBODY: Final = compiled("<PERSON>|<LIMB>|(?:一|满|浑)身|满脸|胸|肚子|肋|脖子|喉咙|人(?!家|事|力|气)", PIECES)
_NEARLY: Final = compiled("差一?点|险些")
_CALLS: Final = compiled("救|快来|快点|赶紧|来人|[死伤血晕昏倒火炸困漏痛疼]|被困|没气|喘|中毒|120|119|110|[！!]{2}")
_UNHURT: Final = compiled(
    """
    (?:没有?|无|未).{0,4}(?:伤|人)|已送医|送医院|包扎|轻伤|差一?点|险些
    [划擦扭割磕碰刮烫]伤|[划擦磕割刮碰]破|崴
    """
)


def may_be_one(line: str) -> bool:
    """Of what nobody understood."""
    return _doubted(line) >= ASK


def may_well_be_one(line: str) -> bool:
    """Whatever else it may mean, as a guess."""
    return _doubted(line) >= PRESSING


def _doubted(line: str) -> int:
    """Points; 0 for what is said of another place or time, or in another matter."""
    if len(line) > LONGEST or line.startswith("/"):
        return 0
    if is_signal(line):
        return PRESSING
    text = blanked(line)
    points = weight(earnest(text))
    if points < ASK or is_said_of_another(line):
        return 0
    return points if points > ALARM or not setting.LEAVE.search(text) else 0


def is_signal(line: str) -> bool:
    """Signs for help, and perhaps a place: 🆘🆘二食堂."""
    return _SIGNS.fullmatch(line) is not None


def is_said_of_another(line: str) -> bool:
    """Another place or time, or what is staged or told."""
    text = blanked(line)
    if setting.STAGED.search(text) or (setting.PAST.search(text) and not setting.NOW.search(text)):
        return True
    return setting.ELSEWHERE.search(text) is not None and not setting.OWN.search(text)


def is_grave(line: str) -> bool:
    """Whether somebody came to harm by what is called an accident: he needs help."""
    return may_be_one(line) and _SOMEBODY.search(fold(line)) is not None and not is_light(line)


def is_near_miss(line: str) -> bool:
    """差点被掉下来的扳手砸到: whoever tells it is well, and calls nobody."""
    folded = fold(line)
    return _NEARLY.search(folded) is not None and not _CALLS.search(folded)


def is_light(line: str) -> bool:
    """Whether it says that nobody, or hardly anybody, came to harm, or that he is looked after."""
    return _UNHURT.search(fold(line)) is not None
