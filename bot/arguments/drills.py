"""A drill as it is said, in any order: 消防疏散 专项 12月10日14:00 地点 3号车间 对象 生产部."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import Numbered
from bot.arguments.training_wishes import TrainingStart
from bot.domain.dates import clock_time
from bot.domain.safety.drills.drill import DrillKind
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 30  # characters of what is practised
_DROP: Final = regex(r"(?:取消|不办了?|停)\s*(?:演练)?\s*YL[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,6})", re.IGNORECASE)
_KIND: Final = regex(r"(?P<kind>综合|专项|现场处置)(?:应急)?(?:方案)?(?:演练)?")
_YEAR: Final = regex(r"(?P<year>20\d\d)\s*年?|(?P<last>去年|上一?年)|今年")
_ASIDE: Final = regex(r"^(?:安排|组织|搞|开展|一次|一场|主题|[:：，,、。的\s])+|(?:应急|演练|演习|[，,、。\s])+$")


class DrillNumber(Numbered):
    wanted = "哪次演练？写上编号，例如 YL-20261210-001。"
    prefix = "YL"


class DrillDropped(DrillNumber):
    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_DROP)
        return cls(f"YL-{found[1]}-{found[2]}") if found else None


@dataclass(frozen=True, slots=True)
class DrillKindSaid:
    wanted: ClassVar[str] = "综合、专项还是现场处置？"

    kind: DrillKind

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_KIND)
        return cls(DrillKind(found["kind"])) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"kind": self.kind.value}


@dataclass(frozen=True, slots=True)
class DrillStart(TrainingStart):
    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        try:
            return super(DrillStart, cls).read(words, scene)
        except UserError as error:
            if error.code is not Code.PAST_DATE:
                raise
        now = clock_time(scene.now, scene.now)
        raise UserError(Code.PAST_DATE, f"现在是 {now}，演练要安排在以后。写一个以后的时间，例如 明天14:00。")


@dataclass(frozen=True, slots=True)
class DrillTopic:
    """What is left of the line."""

    wanted: ClassVar[str] = "演练什么？例如 消防疏散。"

    topic: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        topic = " ".join(_ASIDE.sub("", _ASIDE.sub("", words.rest())).split())
        if len(topic) > MOST:
            raise UserError(Code.LIMIT, f"演练的题目有 {len(topic)} 个字，最多 {MOST} 个。请写短一些。")
        return cls(topic) if topic else None

    def explained(self) -> Mapping[str, Any]:
        return {"topic": self.topic}


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that is left of the line."""

    wanted: ClassVar[str] = "哪里做得好，哪里有问题？例如：好的：3分钟撤完；问题：集合点没人点名；东门打不开。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        rest = words.rest()
        return cls(rest) if rest else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


@dataclass(frozen=True, slots=True)
class YearSaid:
    """2025年, 去年; this one, where nothing is said."""

    wanted: ClassVar[str] = "哪一年？"

    year: int

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        found, this = words.take(_YEAR), scene.now.year
        if found is None:
            return cls(this)
        return cls(int(found["year"]) if found["year"] else this - bool(found["last"]))

    def explained(self) -> Mapping[str, Any]:
        return {"period": str(self.year)}
