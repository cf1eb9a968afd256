"""The days that a hospital's note names: 11.24-11.25."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.calendar.span import Span
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.when.read_period import read_period
from bot.when.view import Lean


@dataclass(frozen=True, slots=True)
class SickDays:
    wanted: ClassVar[str] = "病假证明是哪几天？例如 11.24-11.25。"

    span: Span

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for hours, and for what could be several days."""
        taken = read_period(words.left, scene.now, scene.calendar, lean=Lean.PAST)
        if taken is None:
            return None
        period = taken.settled()
        if not isinstance(period, Span):
            raise UserError(Code.INVALID_RANGE, f"按天写，写到哪一天为止。{cls.wanted}")
        words.left = taken.rest
        return cls(period)

    def explained(self) -> Mapping[str, Any]:
        return {"start": self.span.start.isoformat(), "end": self.span.end.isoformat()}
