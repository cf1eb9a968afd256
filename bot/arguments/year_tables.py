"""A year's days off that was pasted: the notice with its address, or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.calendar.notice import from_text
from bot.domain.calendar.year_table import NotPublished, UnreadableYear, YearTable
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words


@dataclass(frozen=True, slots=True)
class PastedYear:
    """All that is left."""

    wanted: ClassVar[str] = "把国务院办公厅的放假通知全文贴给我，连同它的网址；也可以贴 JSON。"

    table: YearTable

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is no year, or isn't certain to be right."""
        text = words.rest()
        if not text:
            return None
        try:
            return cls(from_text(text))
        except NotPublished as empty:
            raise UserError(Code.UNPUBLISHED_YEAR, str(empty)) from None
        except UnreadableYear as unreadable:
            raise UserError(Code.INVALID_DATE, str(unreadable)) from None

    def explained(self) -> Mapping[str, Any]:
        return {"year": self.table.year}
