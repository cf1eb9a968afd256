"""Templates of notices that a company keeps for itself."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.notices.templates import Template
from bot.shapes.act import Act


class NoticeTemplates(Protocol):
    async def all(self) -> Sequence[Template]:
        """In the order of their names."""
        ...

    async def keep(self, template: Template, *, by: Act) -> None:
        """In place of one of the same name."""
        ...

    async def drop(self, name: str, *, by: Act) -> bool:
        """False: there was none."""
        ...
