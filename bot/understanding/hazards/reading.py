"""What a report of a hazard says: where, what, of which kind, whether somebody nearly came to harm."""

from dataclasses import dataclass
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.hazards.hiding import without_wish
from bot.domain.width import narrow
from bot.patterns import regex
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.patterns import compiled
from bot.understanding.emergency.places import find_place
from bot.understanding.hazards.kinds import kind_of
from bot.understanding.hazards.sentences import is_defect

LONGEST_PLACE: Final = 16  # characters of words that stand by themselves and may be a place
LONGEST_REST: Final = 6  # characters behind a place that is known
_SAYS: Final = regex("[这那有没不了人被在把是很太都又着过漏坏的]")
# What a place ends with that nobody has on a list: 维修班, 老厂区东头, 二号坡道.
_PLACE_LIKE: Final = regex(
    "(?:班|组|间|区|库|边|旁|里|内|外|面|口|处|站|场|楼|层|头|角|侧|房|室|梯|线|沟|池|井|罐|道|路|桥|棚|台|下|顶|塔|炉|机|院|门|车|段|栋)$"
    "|[0-9a-z]+(?:号|#)?$"
)
_LABEL: Final = regex(r"(?:地点|位置|地方)(?:是|在|[:：])\s*(?P<place>[^\s，,。;；]{1,24})")
_NEARLY: Final = compiled("差一?点|险些|未遂|(?:绊|滑|摔|崴)(?:倒|了?一跤|脚)了?")
_MARKS: Final = " ，,。.！!？?、~～…；;：:"
_INTRODUCTION: Final = regex(
    r"^(?:我要?|想)?(?:报告?|上报|反映|发现|举报)?(?:一下|了)?(?:[一个]{1,2}|有个?)?(?:安全)?隐患[\s:：,，。]*|^(?:我)?(?:刚刚?|刚才)?(?:看到|看见|发现)了?|^(?:就?在|那个|就是)"
)
_LEAD: Final = regex(r"^(?:(?:情况|描述|问题|内容)(?:是|[:：])\s*|(?:我)?(?:看到|看见|发现)(?:有|了)?\s*)")
_LEADING_IN: Final = regex("^就?在")
_PARTS: Final = regex(r"[\s，,。;；]+")
_JOINT: Final = regex(r"^[的里有]?[\s，,。:：、]+|^[的里](?![面边])")


@dataclass(frozen=True, slots=True)
class Told:
    """Empty: it wasn't said."""

    place: str
    text: str
    kind: HazardKind
    near_miss: bool
    hidden: bool


def read_hazard(words: str, company: Company) -> Told:
    """Of the words behind the command's name, or of a whole sentence; the place may stand anywhere."""
    words, hidden = without_wish(words)
    words, also = without_wish(words)  # 匿名 … 别说是我报的
    said = _INTRODUCTION.sub("", words.strip(_MARKS)).strip(_MARKS)
    place, text = _parted(said, company)
    folded = fold(f"{text} {place}" if text else "")
    return Told(narrow(place), text, kind_of(folded), _NEARLY.search(folded) is not None, hidden or also)


def _parted(said: str, company: Company) -> tuple[str, str]:
    """(the place, what is wrong there)"""
    if labelled := _LABEL.search(narrow(said)):
        return said[labelled.start("place") : labelled.end("place")], _without(said, *labelled.span())
    if span := _known(said, company):
        start, end = _whole(said, *span)
        return said[start:end].strip(), _without(said, start, end)
    return _by_itself(said)


def _known(said: str, company: Company) -> tuple[int, int] | None:
    """Where an area of the company, a place of the usual names, or a department is named: the longest that is first."""
    if area := _area(said, company):
        further = find_place(said[area[1] :])
        return (area[0], area[1] + further.end()) if further and further.start() == 0 else area
    if found := find_place(said):
        return found.span()
    spotted = company.finder.departments.spot(said)
    return (spotted.start, spotted.end) if spotted and spotted.departments and not spotted.guessed else None


def _whole(said: str, start: int, end: int) -> tuple[int, int]:
    """To the end of the word that it begins, where that stands apart and says nothing more: 宿舍201, 工地生活区."""
    rest = _PARTS.split(said[end:], maxsplit=1)[0]
    apart = start == 0 or _PARTS.fullmatch(said[start - 1]) is not None
    says_more = len(said) == end - start + len(rest) or _SAYS.search(rest) or is_defect(rest)
    return (start, end) if not apart or says_more or len(rest) > LONGEST_REST else (start, end + len(rest))


def _area(said: str, company: Company) -> tuple[int, int] | None:
    names = [name for area in company.safety.areas for name in (area.name, *area.aliases) if name]
    found = [(said.find(name), name) for name in sorted(names, key=len, reverse=True) if name in said]
    return min(((start, start + len(name)) for start, name in found), default=None)


def _by_itself(said: str) -> tuple[str, str]:
    """What stands apart from the rest and isn't what is wrong is the place: 老厂区东头 电线乱拉."""
    parts = [each for each in _PARTS.split(said) if each]
    apart = (parts[0], parts[-1]) if len(parts) > 1 else ()
    for part in (*(each for each in apart if _PLACE_LIKE.search(fold(each))), *apart[:1]):
        if len(part) <= LONGEST_PLACE and not is_defect(part) and not _SAYS.search(part):
            start = said.find(part) if part == parts[0] else said.rfind(part)
            return _LEADING_IN.sub("", part), _without(said, start, start + len(part))
    return "", said


def _without(said: str, start: int, end: int) -> str:
    before, after = said[:start].rstrip(_MARKS), _JOINT.sub("", said[end:]).strip(_MARKS)
    return _LEAD.sub("", f"{before.removesuffix('在')} {after}".strip())
