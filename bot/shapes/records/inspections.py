"""Plans of inspections, and the rounds themselves."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.inspections.rounds import InspectionPlan, Round
from bot.identifiers import UserId
from bot.shapes.act import Act


class Inspections(Protocol):
    async def add_plan(self, plan: InspectionPlan, *, by: Act) -> None: ...

    async def plan(self, number: str) -> InspectionPlan | None:
        """Stopped or not."""
        ...

    async def plans(self) -> Sequence[InspectionPlan]:
        """Those that go on, in the order of their numbers."""
        ...

    async def change_plan(self, plan: InspectionPlan, *, by: Act) -> bool:
        """False: it was stopped before, and nothing was changed."""
        ...

    async def stop_plan(self, plan: InspectionPlan, *, by: Act) -> bool:
        """False: it was stopped before."""
        ...

    async def open(self, round_: Round, *, by: Act) -> None: ...

    async def get(self, number: str) -> Round | None: ...

    async def save(self, round_: Round, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def between(self, first: datetime, last: datetime) -> Sequence[Round]:
        """Those that began from `first` to before `last`, the oldest first."""
        ...

    async def latest_of_plan(self, plan: str) -> Round | None: ...

    async def of_inspector(self, user: UserId, *, since: datetime) -> Sequence[Round]:
        """Those that began since then, the latest first."""
        ...

    async def done_lately(self, user: UserId, *, since: datetime) -> Round | None:
        """The last that he handed in since then."""
        ...
