"""What follows of a report that was so: 警告, 禁言 2小时, 移出, or 只记录."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.moderation import Lasting
from bot.domain.moderation.pack import StepKind
from bot.domain.moderation.reports.report import Follows
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_RECORD: Final = regex("(?:只|仅)(?:做|作)?(?:个)?记录(?:在案)?|备案|不(?:另外|再|予)?(?:处分|处理)")
_WARN: Final = regex("(?:给予|口头|书面)?警告")
_REMOVE: Final = regex("移出(?:群聊?)?|踢出?群?")
_MUTE: Final = regex("禁言")


@dataclass(frozen=True, slots=True)
class WhatFollows:
    wanted: ClassVar[str] = "怎么处理？写 警告、禁言 2小时、移出，或者 只记录。"

    follows: Follows

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for a mute without an end."""
        if words.take(_RECORD):
            return cls(Follows(None))
        if words.take(_WARN):
            return cls(Follows(StepKind.WARNING))
        if words.take(_REMOVE):
            return cls(Follows(StepKind.REMOVE))
        if words.take(_MUTE) is None:
            return None
        lasts = Lasting.read(words, scene)
        if lasts is None:
            raise UserError(Code.MISSING_ARG, Lasting.wanted, missing=("duration_min",))
        return cls(Follows(StepKind.MUTE, lasts.minutes))

    def explained(self) -> Mapping[str, Any]:
        kind = self.follows.kind
        return {"measure": kind.value if kind else "record"}
