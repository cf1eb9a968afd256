"""What else is said of trainings: what to read, what is asked, who was there, until when a licence holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.domain.safety.training.certificates import KINDS
from bot.domain.safety.training.exam import MOST as MOST_QUESTIONS
from bot.domain.safety.training.exam import Question
from bot.domain.safety.training.question_text import HOW, read_question
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day

USUAL: Final = 5  # questions drawn
LONGEST: Final = 500  # characters to read
MOST: Final = 20  # characters of what a licence is for
_READING: Final = regex(r"(?:资料|链接|材料|要点)[:：]?\s*(?P<text>\S.*)$", re.DOTALL)
_DRAWN: Final = regex(r"(?P<words>[^?？]{0,12}?)\s*(?P<count>\d{1,2})\s*(?:道)?题|(?P<all>[\u4e00-\u9fff]{1,8})")
_CLEARED: Final = regex("清空|全部?删[掉除]?|重新出")
_VERDICT: Final = regex(r"(?P<not>未到场?|没到场?|没来|缺席|没参加|不在)|到场|到了|来了|在场|参加了|已到|签到")
_OF_LICENCES: Final = regex("(?:作业)?(?:操作)?证书?$")
_AROUND: Final = regex("到期日?|有效期[到至]?|[，,。：:的]")
_HOURS: Final = regex("学时(?:统计|表)?|课时")


@dataclass(frozen=True, slots=True)
class Reading:
    """Words or a link to read before it."""

    wanted: ClassVar[str] = "什么资料？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_READING)
        if found and len(found["text"]) > LONGEST:
            raise UserError(Code.LIMIT, f"文字资料最多 {LONGEST} 个字。更长的发文件给我。")
        return cls(found["text"].strip()) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"material": self.text}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was written; or how many are to be drawn about what; or none at all."""

    wanted: ClassVar[str] = "考什么？"

    question: Question | None = None
    words: str = ""
    count: int = 0

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        if not written:
            raise UserError(Code.MISSING_ARG, f"考什么？写「消防 5题」从题库取，或者{HOW}", missing=("questions",))
        if _CLEARED.fullmatch(written):
            return cls()
        if drawn := _DRAWN.fullmatch(written):
            count = int(drawn["count"] or USUAL)
            if not 1 <= count <= MOST_QUESTIONS:
                raise UserError(Code.LIMIT, f"一次考试 1 到 {MOST_QUESTIONS} 题。")
            return cls(words=(drawn["words"] or drawn["all"] or "").strip(), count=count)
        return cls(read_question(written))

    def explained(self) -> Mapping[str, Any]:
        return {"questions": self.question.text} if self.question else {"bank": self.words, "count": self.count}


@dataclass(frozen=True, slots=True)
class Verdict:
    wanted: ClassVar[str] = "更正为到场，还是未到？"

    here: bool

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_VERDICT)
        return cls(not found["not"]) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"present": self.here}


@dataclass(frozen=True, slots=True)
class LastDay:
    wanted: ClassVar[str] = "哪天到期？例如 2027-03-01。"

    day: date

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_day(words.left, scene.now, scene.calendar)
        if taken is None:
            return None
        day = taken.settled()
        words.left = taken.rest
        return cls(day)

    def explained(self) -> Mapping[str, Any]:
        return {"until": self.day.isoformat()}


@dataclass(frozen=True, slots=True)
class CertificateKind:
    wanted: ClassVar[str] = f"什么证？例如 {'、'.join(KINDS[:6])}。"

    kind: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        kind = _OF_LICENCES.sub("", _AROUND.sub("", words.rest()).strip()).strip()
        if len(kind) > MOST:
            raise UserError(Code.LIMIT, f"证的名称最多 {MOST} 个字，例如：{KINDS[0]}。")
        return cls(kind) if kind else None

    def explained(self) -> Mapping[str, Any]:
        return {"type": self.kind}


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours by person are wanted, not the single trainings."""

    wanted: ClassVar[str] = "学时还是明细？"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls() if words.take(_HOURS) else None

    def explained(self) -> Mapping[str, Any]:
        return {"hours": True}
