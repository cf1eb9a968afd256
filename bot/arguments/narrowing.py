"""Which groups of many: by their type or by a part of their names; nothing said is all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.finding.folding import fold
from bot.domain.groups.group import Group
from bot.domain.groups.types import GroupType
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_ALL: Final = regex(r"^(所有|全部|全体)?(的)?(群|群聊|工作群)?$")
_A_KEY: Final = regex(r"[A-Za-z]\d{1,2}")  # as E9
MOST: Final = 30  # characters


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One of the two: a type, or a part of a name (`part` is folded)."""

    wanted: ClassVar[str] = "哪一类群，或群名里的哪几个字？"

    type: GroupType | None = None
    part: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = narrow(words.rest()).strip("，,。的 ")[:MOST]
        if _ALL.match(written):
            return None
        types = scene.company.group_types
        if found := next((each for each in types if written.casefold() in map(str.casefold, each.names)), None):
            return cls(found)
        part = cls(part=fold(written).replace(" ", ""))
        if _A_KEY.fullmatch(written) and not any(map(part.takes, scene.company.groups)):
            known = "、".join(f"{each.key} {each.name}" for each in types)
            raise UserError(Code.UNKNOWN_TYPE, f"没有「{shown(written)}」这类群。有：{known}。")
        return part

    def takes(self, group: Group) -> bool:
        if self.type:
            return group.kind == self.type.key
        return any(self.part in fold(name).replace(" ", "") for name in group.names)

    @property
    def shown(self) -> str:
        return f"「{self.type.name}」这一类" if self.type else f"群名里有「{self.part}」"

    def explained(self) -> Mapping[str, Any]:
        return {"type": self.type.key} if self.type else {"name": self.part}
