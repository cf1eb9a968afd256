"""Whether a line tells of an accident: asked of everything that people write, before any command is looked up. Pure.

A cry for help needs no command, no slash and no right, whoever utters it and wherever. A word of danger alone does not
make one: it must be said of here and now. So a line is read clause by clause after the phrases are blanked out that
only sound dangerous; a clause counts unless it speaks about accidents as a topic, and a line doesn't count where it
is staged, past or about somewhere else. Where both readings are possible somebody's life goes first.
"""

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.safety.accidents.reports import AccidentKind
from bot.patterns import regex
from bot.understanding.emergency import setting
from bot.understanding.emergency.bare import is_bare
from bot.understanding.emergency.called import (
    A_CASE,
    ABOUT,
    ACCIDENT,
    CALLING,
    CURT,
    OF_CASES,
    ONE_CASE,
    ORDER,
    REASONED,
    SPOKEN,
    command_of,
)
from bot.understanding.emergency.doubt import is_grave
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.frames.scoring import ALARM
from bot.understanding.emergency.signs import CRY, HAPPENING, INCIDENT, MINOR
from bot.understanding.emergency.topics import topic_of
from bot.understanding.emergency.weighing import BLANK, blanked, earnest, weight


class Cry(StrEnum):
    ALARM = "alarm"  # happening, or just happened: help is needed
    REPORT = "report"  # it happened here, and is over or small: it has to be known
    RUMOUR = "rumour"  # perhaps, and perhaps somewhere else: ask


@dataclass(frozen=True, slots=True)
class Heard:
    """`words` is the line without another command's name: what is reported. `command`: the one that it began with."""

    cry: Cry
    words: str
    kind: AccidentKind | None = None
    command: str | None = None


# Links are no words. After another command's name neither is a sign in Latin letters: 改主题 AED calls nobody.
_LINK: Final = regex(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE)
_NAMED: Final = regex(r"\s*[/／、\\]\s*[\u4e00-\u9fff]")
_CHARGING: Final = regex(r"^\s*[/／、\\]|[@＠]")  # typed as a command, or with somebody's name
_LATIN: Final = regex(r"(?<![a-zA-Z])[a-zA-Z]{3,}(?![a-zA-Z])")
_MENTION: Final = regex(r"[@＠](?:[^\s@＠/／]{1,20}[\s\u2005]+)?")  # glued to the words, only its mark goes
_BLANKS: Final = regex(r"[^\S\n]{2,}")  # as mentions leave them; read a second time, they are one
# One of these is in everything that is ever heard; nearly everything else that people write is done with here.
_TRIGGER: Final = regex(
    "[火烧烟燃燒煙炸爆震响電电觸触毒漏泄洩味呛罐夹夾压壓卷绞缠砸轧碾断斷伤傷血撞車车摔跌坠墜掉踩栽塌垮埋困关卡锁停晕暈昏抽救命死溺淹水捅砍休溅酸伙获吸"
    "吐叫喊醒臭跳喘塞噎喷滑烫焦轰砰嘭搅挤割切扎刺拖崩勒削剪睁翻划擦扭磕崴刮冲着倒杀僵冻蛇狗蜂梗紫青胸]"
    "|[溢泼洒沉碱]|癫痫|发作|想不开|坠|叶片|煤|[梗吊混]|好几个|打不开|不好了|咬|心跳|呼吸|往下跳|互殴|斗殴|挣扎|中风|拉肚子|心肺|心脏|持刀|歹徒|行凶|伤人|劫持|洪水"
    "|[楚杵处][店]|不动|动不|1[12][09]|打架|打起|打人|打到|出了?大?事|来人"
    "|手掌|手指|没气|快不行|不行了|起不来|看不见|没动静|没上来|没出来|没醒|没意识|没知觉|不省人事"
    "|没有?[反回]应|农药|敌敌畏|百草枯|洁厕|清洗剂|清洁剂|防冻液|甲醇|挖[断破到漏]|[拿提举]着?刀|躺|趴|热失控|跑[钢铁铝铜]水|脱钩|吊篮|罐"
    "|事故|跑出|[喷氯氨顶挤盖]|拿着?刀|打滚|带进|沉下|🔥|空间|超压|超温|飞温|冲料|失控|安全阀|zhaohuo|qihuo|jiuming|baozha|sos|fire|help|aed",
    re.IGNORECASE,
)
HEAD, TAIL = 120, 50  # characters that are read of a long text: nobody in danger writes so much


@functools.lru_cache(maxsize=16)  # of one message on its way it is asked up to four times
def heed(text: str) -> Heard | None:
    """None for everything that is no accident; `text` may still hold mentions."""
    if not _TRIGGER.search(text):
        return None
    command, words = command_of(_BLANKS.sub(" ", _MENTION.sub(" ", text)).strip())
    if command in ABOUT or (command in OF_CASES and A_CASE.search(words)):
        return None
    if command in (None, *CALLING) and is_bare(words):
        return Heard(Cry.ALARM, words, AccidentKind.OTHER, command)
    read = _LINK.sub(" ", words)
    if _NAMED.match(text) and command not in CALLING:
        read = _LATIN.sub(BLANK, read)
    if len(read) > HEAD + TAIL:
        read = f"{read[:HEAD]} {read[-TAIL:]}"
    line = blanked(read)
    if command in ORDER and _CHARGING.search(text) and SPOKEN.search(words):
        return None  # whoever looks at the reason asks about it (`bot.services.moderation.charging`)
    cry, kind = _judge(line, reasoned=command in REASONED)
    if (command in CURT or command in OF_CASES) and not (kind and (CRY.search(line) or setting.NOW.search(line))):
        return None
    if cry is None and command == ACCIDENT and words and not (_is_staged(line) or ONE_CASE.fullmatch(words)):
        cry = Cry.ALARM if is_grave(words) else Cry.REPORT  # whoever calls it an accident has one to report
    if cry is None or (cry is not Cry.ALARM and command not in (None, ACCIDENT)):
        return None  # what is no emergency is that command's own matter
    return Heard(cry, words, kind, command)


def says_what_happens(text: str) -> bool:
    """Whether a sign of one kind of accident stands in it, in earnest; not only words beside each other."""
    parts = earnest(blanked(text))
    return _kind_of(parts) is not None or _kind_of([" ".join(parts)]) is not None


def cries(text: str) -> bool:
    """Whether somebody calls for help, whatever else he was asked just now."""
    return CRY.search(fold(text)) is not None


def _judge(line: str, *, reasoned: bool) -> tuple[Cry | None, AccidentKind | None]:
    parts = earnest(line)
    kind = _kind_of(parts) or (_kind_of([" ".join(parts)]) if len(parts) > 1 else None)
    if kind is None and weight(parts) >= ALARM and not any(MINOR.search(part) for part in parts):
        kind = topic_of(line)
    cried = CRY.search(line) is not None and not setting.LAUGHING.search(line)
    if _is_staged(line):
        return None, None
    if (reasoned or setting.LEAVE.search(line)) and not _pressing(line, kind, cried=cried):
        return None, None
    if _is_rumour(line, parts, kind, cried=cried):
        return Cry.RUMOUR, kind
    if kind is None:
        return _lesser(line, parts, cried=cried)
    return (Cry.ALARM if cried else _when(line)), kind


def _is_staged(line: str) -> bool:
    return setting.STAGED.search(line) is not None and not setting.REALLY.search(line)


def _kind_of(parts: list[str]) -> AccidentKind | None:
    return next((kind for kind, words in HAPPENING.items() if any(words.search(part) for part in parts)), None)


def _when(line: str) -> Cry | None:
    """What becomes of an accident that nobody cried for: it may be past, over or somebody else's."""
    if setting.ELSEWHERE.search(line) and not (setting.OWN.search(line) or setting.COMING.search(line)):
        return None
    if setting.PAST.search(line) and not setting.NOW.search(line):
        return None
    if setting.NEARLY.search(line):
        return None
    if setting.SETTLED.search(line):
        return Cry.REPORT if setting.TODAY.search(line) else None
    if setting.RESOLVED.search(line) and not setting.STILL.search(line):
        return Cry.REPORT
    return Cry.ALARM


def _pressing(line: str, kind: AccidentKind | None, *, cried: bool) -> bool:
    """In somebody's reason for leave: only what can't be one."""
    if setting.HOME.search(line):
        return False
    return cried or (kind is not None and setting.OWN.search(line) is not None)


def _is_rumour(line: str, parts: list[str], kind: AccidentKind | None, *, cried: bool) -> bool:
    """Told of somewhere else, or heard of, and not of our own place; nothing that comes our way."""
    told = kind is not None or any(INCIDENT.search(part) for part in parts)
    if cried or not told or setting.COMING.search(line) or setting.OWN.search(line):
        return setting.HEARSAY.search(line) is not None and told and setting.ELSEWHERE.search(line) is not None
    if setting.HEARSAY.search(line):
        return True
    return setting.ELSEWHERE.search(line) is not None and not setting.PAST.search(line)


def _lesser(line: str, parts: list[str], *, cried: bool) -> tuple[Cry | None, AccidentKind | None]:
    """No kind was named: a bare cry, or a small injury."""
    if cried and not setting.TOPIC.search(line):
        return Cry.ALARM, AccidentKind.OTHER
    if any(MINOR.search(part) for part in parts) and not (setting.PAST.search(line) or setting.NEARLY.search(line)):
        return Cry.REPORT, None
    return None, None
