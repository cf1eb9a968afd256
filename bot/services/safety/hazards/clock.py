"""The clock of each hazard is wound whenever something about it has changed; `ringing.py` says what is said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.safety.hazards.deadlines import due_times
from bot.domain.safety.hazards.hazard import Hazard, Step, StepKind
from bot.services.approvals.kinds import Desk
from bot.services.timers import set_timers

JOB: Final = "hazard-clock"


async def wind(desk: Desk, hazard: Hazard) -> None:
    """Call it after each change, in its transaction. What is not wanted any more keeps silent when it rings."""
    steps = await desk.store.hazards.steps(hazard.number)
    await set_timers(desk, JOB, hazard.number, due(desk, hazard, steps, desk.now))


def due(desk: Desk, hazard: Hazard, steps: Sequence[Step], moment: datetime) -> dict[str, datetime]:
    """What falls due from `moment` on, as things stand now."""
    since = hazard.graded_at or hazard.reported_at
    lately = {each.kind for each in steps if each.at >= since}
    return dict(
        due_times(
            hazard,
            desk.company.pace.calendar,
            moment,
            decided=StepKind.STOP_DECIDED in lately,
            filed=StepKind.FILED in lately,
        )
    )
