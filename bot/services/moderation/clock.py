"""What falls due for a case: the end of what ends, and the answer of whom was asked; `ringing.py` says what happens."""

from datetime import datetime
from typing import Final

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.cases.measures import Measure
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "moderation-clock"
END: Final = "end"
ANSWER: Final = "answer:"


async def end_in_time(desk: Desk, case: Case, until: datetime) -> None:
    """Set again, it moves; after one that was called off or rang, it is another one."""
    ends = [each for each in await desk.store.timers.of(JOB, case.number) if is_end(each.kind)]
    waiting = next((each.kind for each in ends if each.waits), None)
    await set_timers(desk, JOB, case.number, {waiting or (f"{END}:{len(ends)}" if ends else END): until})


def is_end(kind: str) -> bool:
    return kind.partition(":")[0] == END


async def answer_in_time(desk: Desk, asked: Measure) -> None:
    if asked.due_at:
        await set_timers(desk, JOB, asked.case, {f"{ANSWER}{asked.id}": asked.due_at})


async def nothing_more(desk: Desk, case: Case) -> None:
    await call_off(desk, JOB, case.number)
