"""Which kind of leave: by any name of it, by a slip of the pen, or, as a guess, by what somebody says has happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.leave.types.catalogue import Catalogue
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_ALSO: Final = {"年休": "年假", "换休": "调休", "串休": "调休"}
_SLIP: Final = regex("(年休|年|病|事|婚|产|陪产|丧|哺乳|育儿|产检)[价架驾佳贾嘉加]")
_NAMED: Final = regex(r"(?:^|[\s，,；;])([\u4e00-\u9fff]{1,6}假)(?=$|[\s，,。；;])")
_NO_KIND: Final = regex("[请休放补续销个天日次下]假$")
_ILL: Final = (
    "发烧|发热|感冒|生病|病了|看病|不舒服|肚子疼|拉肚子|头疼|头晕|牙疼|肠胃炎|流感|咳嗽|吐了|输液|挂水|打点滴|退烧|扭伤|崴脚|骨折|难受"
    "|住院(?!了?(?:照顾|陪))|去医院|复查|复诊"
)
_ERRANDS: Final = (
    "有(?:点|些|急|喜)?事|私事|事情|办(?:点|个)?事|办.{0,6}[证续]|搬家|接(?:孩子|小孩|娃|个?人|站|机)|家长会|考试|相亲|装修|照顾"
    "|[去到跑](?:一?趟|一下|个)?(?:银行|派出所|车管所|社保局?|公积金|政务|民政局|房管局|税务局?|营业厅|学校|4s店)"
    "|修车|年检|验车|过户|交房|收房|看房|提车|送站|送机|考驾照|等(?:快递|师傅|维修)"
    "|[陪送](?:父母|老人|孩子|爸|妈|家人|老婆|老公|朋友)"
)
# What it is about -> which kind that usually is; the first that fits.
_ABOUT: Final = tuple(
    (regex(pattern), name)
    for pattern, name in (
        ("(?:老婆|媳妇|妻子|爱人|太太)(?:要|快|刚)?(?:生了|生孩子|生产|分娩|临产|生娃)", "陪产假"),
        ("去世|过世|逝世|病故|奔丧|葬礼|后事|追悼|不在了", "丧假"),
        ("(?:我|要|快|准备|去)(?:结婚|领证|办婚礼)|婚礼定在", "婚假"),
        ("喂奶|哺乳", "哺乳假"),
        ("预产期|待产|临产", "产假"),
        ("孕检|产前检查", "产检假"),
        ("出庭|参加选举|去投票", "公假"),
        (_ILL, "病假"),
        (_ERRANDS, "事假"),
    )
)
_FAMILY: Final = regex(
    "老人|父亲|母亲|爸|妈|爷爷|奶奶|外婆|外公|姥|孩子|小孩|儿子|女儿|宝宝|老婆|老公|媳妇|妻子|丈夫|爱人|家里|家人|公公|婆婆|岳"
)


@dataclass(frozen=True, slots=True)
class KindSaid:
    """Where in the line a kind is said; `guessed` where it only follows from what is told, and takes no words."""

    kind: LeaveType
    start: int
    end: int
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class LeaveKind:
    wanted: ClassVar[str] = "请哪种假？例如年假、病假、事假、调休。"

    kind: LeaveType
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        types = scene.company.leave.types
        said = kind_said(words.left, types)
        if said is None:
            _ensure_no_other(words.narrow, types)
            return None
        words.cut(said.start, said.end)
        return cls(said.kind, f"按{said.kind.name}办" if said.guessed else None)

    def explained(self) -> Mapping[str, Any]:
        return {"type": self.kind.name}


class NamedKind(LeaveKind):
    """Only what is named: somebody who asks how much he has tells nothing that has happened."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        said = kind_said(words.left, scene.company.leave.types)
        return None if said is None or said.guessed else super().read(words, scene)


def kind_said(text: str, types: Catalogue) -> KindSaid | None:
    """The one that is named first; where none is, the one that follows from what is told."""
    line = narrow(text)
    words = {**dict(types.words), **{word: name for word, name in _ALSO.items() if name in types.types}}
    found = [(line.find(word), -len(word), name) for word, name in words.items() if word in line]
    if found:
        start, length, name = min(found)
        return KindSaid(types[name], start, start - length)
    if (slip := _SLIP.search(line)) and (kind := types.named(f"{slip[1].removesuffix('休')}假")):
        return KindSaid(kind, slip.start(), slip.end(), guessed=True)
    return _guessed(line, types)


def _guessed(line: str, types: Catalogue) -> KindSaid | None:
    for pattern, name in _ABOUT:
        if name in types.types and pattern.search(line):
            # Who looks after somebody ill is not ill.
            own = "事假" if name == "病假" and _FAMILY.search(line) and "事假" in types.types else name
            return KindSaid(types[own], 0, 0, guessed=True)
    return None


def _ensure_no_other(line: str, types: Catalogue) -> None:
    """Raises UserError for what is named like a kind of leave, and is none of this company's."""
    for found in _NAMED.finditer(line):
        if not _NO_KIND.search(found[1]):
            known = "、".join(types.types)
            sentence = f"没有「{shown(found[1])}」这种假。有：{known}。请换一种再发。"
            raise UserError(Code.UNKNOWN_TYPE, sentence, typed=found[1])
