"""What is said of accidents once they were reported."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.accidents.evidence import Evidence
from bot.domain.safety.accidents.reports import Accident
from bot.domain.safety.accidents.statements import Statement
from bot.identifiers import FileId
from bot.shapes.act import Act


class AccidentCases(Protocol):
    async def hold(self, number: str) -> Accident | None:
        """As it is now; nobody else says anything of it until the transaction ends."""
        ...

    async def state(self, number: str, statement: Statement, *, by: Act) -> None: ...

    async def said(self, number: str) -> Sequence[Statement]:
        """In the order in which it was said."""
        ...

    async def several(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Statement]]:
        """The same of each; those of which nothing was said are left out."""
        ...

    async def add_photo(self, number: str, file: FileId, *, by: Act) -> bool:
        """False: it is there already."""
        ...

    async def photos(self, number: str) -> Sequence[Evidence]:
        """In the order in which they were taken down."""
        ...

    async def open_ones(self) -> Sequence[Accident]:
        """Neither closed nor a false alarm nor a drill, the newest first."""
        ...

    async def reported(self, begins: datetime, ends: datetime) -> Sequence[Accident]:
        """All that were reported from `begins` on and before `ends`, in the order of their numbers."""
        ...
