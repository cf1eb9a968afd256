"""A version of a policy as it is announced: which text, its name, from when on, for whom, how it came about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.notice_audience import read_audience
from bot.domain.accounts.newcomer import Employment
from bot.domain.dates import day_seen
from bot.domain.moderation.pack import Procedure
from bot.domain.notices.audience import Audience, named
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.view import Lean

PARTS: Final = ("讨论", "协商", "公示")
HOW: Final = "写日期，没办的写「未办」，例如：讨论11月1日 协商11月10日 公示未办"
_TITLE: Final = regex(r"《([^》\n]{2,60})》")
_ID: Final = regex(r"(?<![A-Za-z\d])[Dd](\d{1,2})(?![\d.])")
_WORD: Final = regex(r"^\s*(?:制度\s*)?(?P<name>[^\s，,；;]{2,80})")
_VERSION: Final = regex(
    r"(?:版本号?|版次)\s*[:：是为]?\s*(?P<a>[\w.()-]{1,20})|(?<![A-Za-z])(?P<b>[Vv]\d{1,4}(?:\.\d{1,3}){0,2})"
    r"|(?<!\d)(?P<c>20\d\d年?(?:\d{1,2}月)?版|第[\d一二三四五六七八九十]{1,3}版)"
)
_DONE: Final = regex(
    r"(?:职工|民主|员工)?(?P<what>讨论|协商|征求工会意见|工会协商|公示|公布)(?:程序)?\s*[:：是为]?\s*"
    r"(?P<when>未办|没办|没有办?|还没办?|无|[^\s，,；;、讨协征公]{2,14})"
)
_NONE: Final = regex(r"(?:民主)?(?:程序)?(?:三步)?(?:都|全部?|一步|一项)(?:还)?(?:没有?|未)办?")
_UNDONE: Final = regex(r"未办|没办|没有办?|还没办?|无")
_KEYS: Final = {"征求工会意见": "协商", "工会协商": "协商", "公布": "公示"}
_AROUND_DAY: Final = regex(r"(?:自|从|于)?\s*(?:生效|施行|执行|实施)?(?:日期|时间)?\s*[:：]?\s*$")
_AFTER_DAY: Final = regex(r"^\s*起?(?:开始)?(?:正式)?(?:施行|生效|执行|实施)?")
_EMPLOYED: Final = {
    Employment.REGULAR: regex(r"(?:全体|所有)?正式(?:员工|工|职工)"),
    Employment.TEMPORARY: regex(r"(?:全体|所有)?(?:临时工|短期工|劳务工)"),
    Employment.INTERN: regex(r"(?:全体|所有)?(?:实习生|见习生)"),
    Employment.EXTERNAL: regex(r"(?:全体|所有)?外部人员"),
}
_LEFT: Final = regex(
    r"^[\s，,、；;的和及：:]*(?:(?:对象|范围|适用)(?:是|为)?[:：]?)?[\s，,、；;的和及]*|[\s，,、；;的和及]+$"
)


@dataclass(frozen=True, slots=True)
class PolicyNamed:
    """`name`: as it was typed; the texts are where the handler finds them."""

    wanted: ClassVar[str] = "哪份制度？写编号或名称，例如：D8，或《考勤管理办法》。"
    asked_first: ClassVar[bool] = True

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if found := words.take(_TITLE):
            return cls(found[1].strip())
        if found := words.take(_ID):
            return cls(f"D{int(found[1])}")
        found = _WORD.match(words.narrow)
        return cls(words.cut(0, found.end()).removeprefix("制度").strip()) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"policy": self.name}


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    wanted: ClassVar[str] = "这一版叫什么？例如：V2。"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_VERSION)
        if found is None:
            return None
        if found["c"]:
            return cls(found["c"])
        name = (found["a"] or found["b"]).upper()
        return cls(f"V{name}" if name[0].isdigit() else name)

    def explained(self) -> Mapping[str, Any]:
        return {"version": self.name}


@dataclass(frozen=True, slots=True)
class ProcedureSaid:
    """All three steps, each with its day, or said not to have been taken (劳动合同法 art. 4)."""

    wanted: ClassVar[str] = f"民主程序办到哪一步了：职工讨论、和工会协商、公示？{HOW}；都没办就写「都未办」。"

    procedure: Procedure

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_NONE):
            return cls(Procedure())
        said: dict[str, date | None] = {}
        while found := words.take(_DONE):
            said[_KEYS.get(found["what"], found["what"])] = _day_of(found["what"], found["when"], scene)
        if not said:
            return None
        if lacking := [each for each in PARTS if each not in said]:
            sentence = f"还要写明{'、'.join(lacking)}：{HOW}。"
            raise UserError(Code.CLARIFY, sentence)
        discussed, consulted, publicised = (said[each] for each in PARTS)
        return cls(Procedure(discussed, consulted, publicised))

    def explained(self) -> Mapping[str, Any]:
        days = (self.procedure.discussed, self.procedure.consulted, self.procedure.published)
        return {"procedure": {part: day.isoformat() if day else "" for part, day in zip(PARTS, days, strict=True)}}


@dataclass(frozen=True, slots=True)
class HoldsFrom:
    """The first day on which it holds: nothing is made binding for days that are over."""

    wanted: ClassVar[str] = "从哪天起施行？例如：12月1日起。"
    key: ClassVar[str] = "effective"

    day: date
    echo: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_day(words.left, scene.now, scene.calendar)
        if taken is None:
            return None
        day, today = taken.settled(), scene.now.date()
        start, end = taken.spans[0]
        words.left = f"{_AROUND_DAY.sub('', words.left[:start])} {_AFTER_DAY.sub('', words.left[end:])}".strip()
        if day < today:
            sentence = f"{day_seen(day, today)}已经过了，制度不溯及以前的事。施行日期写今天或以后。"
            raise UserError(Code.PAST_DATE, sentence)
        return cls(day, f"{day_seen(day, today)}起施行")

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.day.isoformat()}


@dataclass(frozen=True, slots=True)
class PolicyScope:
    """Whom it is for: everybody, departments, kinds of employment (D5§2), or these in departments."""

    wanted: ClassVar[str] = "适用哪些人？写全员、部门，或正式员工、临时工、实习生。"

    audience: Audience
    names: tuple[str, ...]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        employed = [kind for kind, pattern in _EMPLOYED.items() if words.take(pattern)]
        left = _LEFT.sub("", words.rest())
        audience = _audience_in(left, scene) if left else None
        if audience is None and not employed:
            return None
        audience = replace(audience or Audience(everybody=True), employed=tuple(employed))
        return cls(audience, named(audience, scene.company))

    def explained(self) -> Mapping[str, Any]:
        return {"audience": list(self.names)}


def _audience_in(left: str, scene: Scene) -> Audience:
    """Raises UserError for what is none, and for what no policy can be for."""
    found = read_audience(left, replace(scene, group=None))
    if found is None or _LEFT.sub("", found[1]):
        rest = found[1] if found else left
        raise UserError(
            Code.CLARIFY, f"「{shown(rest, 20)}」没看懂。适用范围写全员、部门，或正式员工、临时工、实习生。"
        )
    audience = found[0].audience
    if _parts(audience) and not (audience.everybody or audience.departments):
        raise UserError(Code.UNSUPPORTED, "制度发给全员、部门，或按用工形式发，不按群和个人发。请换一个范围。")
    return replace(Audience(), everybody=audience.everybody, departments=audience.departments)


def _parts(audience: Audience) -> Sequence[object]:
    return [
        *audience.groups,
        *audience.people,
        *audience.roles,
        *audience.titles,
        *audience.tags,
        *audience.kinds,
        *filter(None, [audience.topic]),
    ]


def _day_of(what: str, said: str, scene: Scene) -> date | None:
    """None: it wasn't done. Raises UserError for what is no day, and for one that is still to come."""
    if _UNDONE.fullmatch(said):
        return None
    taken = read_day(said, scene.now, scene.calendar, lean=Lean.PAST)
    if taken is None:
        raise UserError(
            Code.INVALID_DATE, f"「{what}」后面写哪天办的，没办写「未办」。「{shown(said, 14)}」看不出日期。"
        )
    day, today = taken.settled(), scene.now.date()
    if day > today:
        sentence = f"{what}写的是{day_seen(day, today)}，还没到。没办完的写「未办」，办完了再补。"
        raise UserError(Code.FUTURE_DATE, sentence)
    return day
