"""What the look into an accident comes to: 成员 陈安 王强 · 结论 联锁被短接 · 延期 2月20日 等鉴定."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_until import read_until

MOST: Final = 1_000  # characters
_LABEL: Final = regex(
    r"^(?:(?P<team>调查组成员|调查组|成员|组员)|(?P<conclusion>调查结论|结论)|(?P<handed>移交给?|接管)|(?P<longer>申请延期|延期|延长|延))[是为:：\s]*"
)
_UNTIL: Final = "延到哪天，什么原因？例如：延期 2月20日 等鉴定结果。"
_REASON: Final = regex(r"^(?:到|至)?[，,；;。\s]*(?:因为|原因|理由)?[是为:：\s]*")
_APART: Final = regex(r"[\s,，、；;和]+")


class Part(StrEnum):
    TEAM = "成员"
    CONCLUSION = "结论"
    HANDED_OVER = "移交"
    LONGER = "延期"


_PARTS: Final = {"team": Part.TEAM, "conclusion": Part.CONCLUSION, "handed": Part.HANDED_OVER, "longer": Part.LONGER}


@dataclass(frozen=True, slots=True)
class Inquiry:
    wanted: ClassVar[str] = (
        "写成员、结论、移交还是延期？例如：成员 陈安 王强；结论 联锁被短接；延期 2月20日 等鉴定结果。"
    )

    part: Part
    words: str
    people: tuple[UserId, ...] = ()
    until: date | None = None
    guess: str | None = None

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
        if part is Part.LONGER:
            return cls._longer(said, scene)
        if part is not Part.TEAM:
            return cls(part, said)
        people = _people(said, scene)
        guess = "；".join(each.guess for each in people if each.guess) or None
        return cls(part, said, tuple(each.person.user_id for each in people), guess=guess)

    @classmethod
    def _longer(cls, said: str, scene: Scene) -> Self:
        """Raises UserError for what is missing of the day and the reason."""
        taken = read_until(said, scene.now, scene.calendar)
        if taken is None:
            raise UserError(Code.MISSING_ARG, _UNTIL, missing=("date",))
        until, why = taken.settled(), _REASON.sub("", taken.rest).strip("，,；;。 ")
        if not why:
            raise UserError(Code.MISSING_ARG, _UNTIL, missing=("reason",))
        return cls(Part.LONGER, why, until=until)

    def explained(self) -> Mapping[str, Any]:
        return {"item": self.part.value, "text": self.words}


def _people(written: str, scene: Scene) -> list[PersonNamed]:
    """Raises UserError for whom nobody knows."""
    found = (PersonNamed.read(Words(name), scene) for name in _APART.split(written) if name)
    people = [each for each in found if each]
    if not people:
        raise UserError(Code.MISSING_ARG, "调查组有谁？写上姓名，例如：成员 陈安 王强。", missing=("target",))
    return people
