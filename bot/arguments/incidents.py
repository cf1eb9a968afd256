"""What somebody tells of a security incident, and the number of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.numbers import Numbered
from bot.domain.security.incident import IncidentKind
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.understanding.security.gist import MOST, gist
from bot.understanding.security.hearing import hear_incident


@dataclass(frozen=True, slots=True)
class IncidentTold:
    """`number`: of one that was told before; then `text` may be empty."""

    wanted: ClassVar[str] = "出了什么事？一句话就行。"
    usual: ClassVar[IncidentKind] = IncidentKind.ACCOUNT
    kinds: ClassVar[frozenset[IncidentKind]] = frozenset()
    bare: ClassVar[str] = ""  # what is told by the command alone

    text: str
    kind: IncidentKind
    urgent: bool
    number: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = IncidentNumber.read(words, scene)
        number = found.number if found else ""
        written = words.rest() or ("" if number else scene.quote or cls.bare)
        if not written and not number:
            raise UserError(Code.MISSING_ARG, cls.wanted, missing=("text",), private=True)
        heard = hear_incident(written[:MOST])
        kind = heard.kind if heard and heard.kind in cls.kinds else cls.usual
        calm = kind is IncidentKind.LURE and not (heard and heard.urgent)
        return cls(gist(written[:MOST]) if written else "", kind, not calm, number)

    def explained(self) -> Mapping[str, Any]:
        shown = {"id": self.number, "urgent": self.urgent and not self.number, "text": self.text}
        return {key: value for key, value in shown.items() if value}


class AccountTold(IncidentTold):
    kinds = frozenset({IncidentKind.ACCOUNT, IncidentKind.DEVICE, IncidentKind.VIRUS})
    bare = "账号异常"


class LeakTold(IncidentTold):
    wanted = "什么信息、发给了谁、几点？一句话就行。能撤回就先撤回。"
    usual = IncidentKind.LEAK
    kinds = frozenset({IncidentKind.LEAK})


class LureTold(IncidentTold):
    wanted = "收到了什么？一句话就行，也可以把链接贴给我。先别点、别转账、别给验证码。"
    usual = IncidentKind.LURE
    kinds = frozenset({IncidentKind.LURE, IncidentKind.GIVEN, IncidentKind.PAID})


class IncidentNumber(Numbered):
    wanted = "哪一起？写编号。"
    prefix = "WA"
