"""What the look into an accident comes to: 成员 陈安 王强 · 结论 联锁被短接 · 移交 市应急管理局."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.shapes.arguments import Scene, Words

MOST: Final = 1_000  # characters
_LABEL: Final = re.compile(
    r"^(?:(?P<team>调查组成员|调查组|成员|组员)|(?P<conclusion>调查结论|结论)|(?P<handed>移交给?|接管))[是为:：\s]*"
)
_APART: Final = re.compile(r"[\s,，、；;和]+")


class Part(StrEnum):
    TEAM = "成员"
    CONCLUSION = "结论"
    HANDED_OVER = "移交"


_PARTS: Final = {"team": Part.TEAM, "conclusion": Part.CONCLUSION, "handed": Part.HANDED_OVER}


@dataclass(frozen=True, slots=True)
class Inquiry:
    wanted: ClassVar[str] = "写成员、结论还是移交？例如：成员 陈安 王强；结论 联锁被短接；移交 市应急管理局。"

    part: Part
    words: str
    people: tuple[UserId, ...] = ()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip()
        if not written:
            return None
        label = _LABEL.match(written)
        said = written[label.end() :].strip() if label else ""
        if label is None or not said:
            raise UserError(Code.MISSING_ARG, cls.wanted, missing=("text",))
        if len(said) > MOST:
            raise UserError(Code.LIMIT, f"写了 {len(said)} 个字，最多 {MOST} 个。请写短一些。")
        part = _PARTS[label.lastgroup or ""]
        return cls(part, said, _people(said, scene) if part is Part.TEAM else ())

    def explained(self) -> Mapping[str, Any]:
        return {"item": self.part.value, "text": self.words}


def _people(written: str, scene: Scene) -> tuple[UserId, ...]:
    """Raises UserError for whom nobody knows."""
    found = (PersonNamed.read(Words(name), scene) for name in _APART.split(written) if name)
    people = tuple(each.person.user_id for each in found if each)
    if not people:
        raise UserError(Code.MISSING_ARG, "调查组有谁？写上姓名，例如：成员 陈安 王强。", missing=("target",))
    return people
