"""What kind of incident a line tells of, if any, and how urgent it is. Pure.

It errs on the side of hearing: a case for nothing costs an officer a press, one that nobody hears an account or money.
Whoever only wonders whether it is real is heard too, since he is about to act on it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.domain.security.incident import IncidentKind
from bot.domain.width import narrow
from bot.patterns import regex
from bot.understanding.security import signs

LONGEST: Final = 300  # characters that are looked at
_BLANKS: Final = regex(r"[\s，,。！!？?、；;：:~～…\"“”「」'（）()]+")
# One of these is in everything that is heard; nearly everything else that people write is done with here.
_TRIGGER: Final = regex(
    "[号户]|微信|企微|邮箱|密码|码|设备|异地|登[录陆]|丢|偷|抢|失|不见|找不|落|错|泄|漏|外传|流|网|骗|诈|钓鱼|冒|自称|转|款|汇|钱|链接|可疑|勒索|说.{0,3}是|发|把|屏幕|上当|毒|木马|诈|卡|被|短信|电话|屏|后缀|附件|离职"
)


@dataclass(frozen=True, slots=True)
class HeardIncident:
    """`surely`: it is no answer to anything else. `asks`: somebody wants to know whether it is real."""

    kind: IncidentKind
    urgent: bool = True
    surely: bool = True
    asks: bool = False


@lru_cache(maxsize=16)
def hear_incident(line: str) -> HeardIncident | None:
    """Of a line as it was typed, without a command's name."""
    if not _TRIGGER.search(line):
        return None
    said = _BLANKS.sub("", narrow(line[:LONGEST]).lower())
    if signs.ORDER.search(said) or (signs.TOPIC.search(said) and not signs.DOUBT.search(said)):
        return None
    return _virus(said) or _fraud(said) or _account(said) or _leak(said) or _device(said)


def _virus(said: str) -> HeardIncident | None:
    return HeardIncident(IncidentKind.VIRUS) if signs.VIRUS.search(said) else None


def _fraud(said: str) -> HeardIncident | None:
    if signs.GAVE.search(said) and not signs.PERMISSION.search(said):
        return HeardIncident(IncidentKind.GIVEN)
    if signs.REGRETTED.search(said):
        return HeardIncident(IncidentKind.PAID)
    asks = signs.DOUBT.search(said) is not None
    demanded = _demanded(said)
    lured = demanded or _lured(said, asks=asks)
    if not lured:
        return None
    if signs.PAID.search(said) and (signs.PHISHING.search(said) or signs.DOUBT.search(said)):
        return HeardIncident(IncidentKind.PAID)
    if signs.SECRET.search(said) and signs.GIVEN.search(said):
        return HeardIncident(IncidentKind.GIVEN)
    stolen = signs.STOLEN.search(said)
    if stolen and not (demanded and "异常" in stolen[0]):  # who wants money says 账户异常, too
        return HeardIncident(IncidentKind.ACCOUNT)
    return HeardIncident(IncidentKind.LURE, urgent=demanded, asks=asks)


def _demanded(said: str) -> bool:
    """Somebody wants money, a code or another account, and something about it is odd."""
    odd = signs.ODD.search(said) or signs.DOUBT.search(said) or signs.PRETENDS.search(said)
    who, money = signs.WHO.search(said), signs.MONEY.search(said)
    if who and money and odd and signs.SAYS.search(said):
        return True
    if signs.PRETENDS.search(said) and (money or signs.CODES.search(said) or signs.LINK.search(said)):
        return True
    if signs.CODES.search(said) and (who or odd):
        return True
    if signs.CLICKED.search(said) and signs.SECRET.search(said):
        return True
    return bool(signs.ACCOUNT_CHANGED.search(said) and who and signs.SAYS.search(said))


def _lured(said: str, *, asks: bool) -> bool:
    if signs.BOT.match(said):
        return False
    if signs.PHISHING.search(said) or signs.CLICKED.search(said):
        return True
    if signs.PRETENDS.search(said) and (asks or signs.SAYS.search(said)):
        return True
    if asks and signs.SENT.search(said) and signs.SWINDLE.search(said):
        return True
    if signs.BAIT.search(said) and signs.WITH_A_STRANGER.search(said):
        return True
    return bool(signs.BAIT.search(said) and signs.LINK.search(said) and (asks or signs.LINK_ODD.search(said)))


def _account(said: str) -> HeardIncident | None:
    if signs.OVER.search(said) or signs.PERMISSION.search(said):
        return None
    notified = signs.SHOWN.search(said) and not signs.VERIFYING.search(said)
    strange = signs.NEW_DEVICE.search(said) and (signs.NOT_ME.search(said) or notified)
    return HeardIncident(IncidentKind.ACCOUNT) if strange or signs.STOLEN.search(said) else None


def _leak(said: str) -> HeardIncident | None:
    if signs.PERMISSION.search(said):
        return None
    return HeardIncident(IncidentKind.LEAK) if signs.LEAKED.search(said) else None


def _device(said: str) -> HeardIncident | None:
    if signs.OTHER_WISH.search(said) or signs.OVER.search(said) or not signs.LOST.search(said):
        return None
    return HeardIncident(IncidentKind.DEVICE, surely=False)
