"""What of the bot's own state is wanted: what was set aside, or one of it tried again or let go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_LIST: Final = regex("待处理(的)?|搁置(的)?|没办成的|列表|parked")
_AGAIN: Final = regex(r"(重试|再试|重发|retry)\s*(?P<id>[mp]\d{1,18})", re.IGNORECASE)
_LET_GO: Final = regex(r"(?P<sure>确认|确定)?(放下|不再管|drop)\s*(?P<id>[mp]\d{1,18})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SystemWish:
    """`again`, `let_go`: an id; neither where the list is wanted. `sure`: he was asked whether to let it go."""

    wanted: ClassVar[str] = "看待处理的，还是重试或放下哪一条（编号像 p34）？"

    again: str = ""
    let_go: str = ""
    sure: bool = False

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if found := words.take(_AGAIN):
            return cls(found["id"].lower())
        if found := words.take(_LET_GO):
            return cls(let_go=found["id"].lower(), sure=bool(found["sure"]))
        return cls() if words.take(_LIST) else None

    def explained(self) -> Mapping[str, Any]:
        if self.let_go:
            return {"let_go": self.let_go}
        return {"again": self.again} if self.again else {"do": "list"}
