"""Timers: what falls due for one case is entered when that is known, and rings once, whatever dies in between.

A job of its own rings those of one matter. It falls due when the next of its timers does. If nobody was there at that
time, all that fell due meanwhile of one case ring together, so that its reader hears of it once.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.timers import Timer
from bot.services.apart import apart
from bot.services.approvals.kinds import Desk
from bot.shapes.context import JobContext

AT_ONCE: Final = 50  # cases of one run: the next ones follow in a transaction of their own
AGAIN: Final = timedelta(minutes=1)  # after a failure

Answer = Callable[[JobContext, str, Sequence[Timer]], Awaitable[None]]

log = structlog.get_logger()


class _Changed(Exception):
    """A timer was called off or moved while its answer was being written."""


async def set_timers(desk: Desk, job: str, subject: str, due: Mapping[str, datetime]) -> None:
    """Each kind rings once for a subject, ever; setting it again while it waits moves it.

    What comes back daily is a kind for each day (`overdue:2026-12-01`), set by the answer to the one before.
    """
    waiting = [at for kind, at in due.items() if await desk.store.timers.set(job, subject, kind, at)]
    if waiting:  # else a job that sets what has rung long ago would wake itself without end
        await desk.store.jobs.hasten(job, max(desk.now, min(waiting)))


async def call_off(desk: Desk, job: str, subject: str, kinds: Collection[str] | None = None) -> None:
    """What still waits of a subject."""
    await desk.store.timers.call_off(job, subject, kinds, desk.now)


async def ring(ctx: JobContext, job: str, answer: Answer) -> None:
    """`answer(ctx, subject, timers)` for each case of which something is due: what it changes and says stands with the
    timers that rang, or not at all. A case that fails is tried again in a minute and holds up no other one."""
    for timers in await ctx.store.timers.due(job, ctx.now, AT_ONCE):
        try:
            await _ring(ctx, timers, answer)
        except _Changed:
            await ctx.store.timers.put_off(timers, ctx.now + AGAIN)  # those that still wait
        except Exception:
            log.exception("timer.failed", job=job, subject=timers[0].subject, kinds=[each.kind for each in timers])
            await ctx.store.timers.put_off(timers, ctx.now + AGAIN)
    if next_due := await ctx.store.timers.next_due(job):
        await ctx.store.jobs.hasten(job, max(next_due, ctx.now))


async def _ring(ctx: JobContext, timers: Sequence[Timer], answer: Answer) -> None:
    async def work(inner: JobContext) -> None:
        await answer(inner, timers[0].subject, timers)
        for timer in timers:  # after what the answer holds on to: in the order in which a press does it, too
            if not await ctx.store.timers.settle(timer, ctx.now):
                raise _Changed

    await apart(ctx, work)
