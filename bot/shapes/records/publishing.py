"""What departments tell each week, and what a month's publishing is about."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.notices.news import Focus, News
from bot.shapes.act import Act


class Publishing(Protocol):
    async def tell(self, news: News, *, by: Act) -> None:
        """The first of its department and week."""
        ...

    async def retell(self, news: News, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def news(self, department: str, week: date) -> News | None: ...

    async def of_week(self, week: date) -> Sequence[News]:
        """In the order of the departments."""
        ...

    async def set_focus(self, focus: Focus, *, by: Act) -> None:
        """Instead of what the month had."""
        ...

    async def focus(self, month: date) -> Focus | None: ...
