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
TOGETHER: Final = 500  # the same, where they are answered together
AGAIN: Final = timedelta(minutes=1)  # after a failure

Answer = Callable[[JobContext, str, Sequence[Timer]], Awaitable[None]]
AnswerAll = Callable[[JobContext, Sequence[Sequence[Timer]]], Awaitable[None]]

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
        await _ring_alone(ctx, timers, lambda inner, case: answer(inner, case[0][0].subject, case[0]))
    await _ring_on(ctx, job)


async def ring_together(ctx: JobContext, job: str, answer: AnswerAll) -> None:
    """As `ring`, where many cases may be due in one second and cost little more than one: `answer(ctx, cases)` has all
    of them. What fails for all is done again for each case alone."""
    cases = await ctx.store.timers.due(job, ctx.now, TOGETHER)
    if len(cases) > 1 and await _rang(ctx, job, cases, answer):
        cases = ()
    for timers in cases:
        await _ring_alone(ctx, timers, answer)
    await _ring_on(ctx, job)


async def _rang(ctx: JobContext, job: str, cases: Sequence[Sequence[Timer]], answer: AnswerAll) -> bool:
    try:
        await _ring(ctx, cases, answer)
    except Exception as error:
        log.warning("timers.apart", job=job, cases=len(cases), error=type(error).__name__)
        return False
    return True


async def _ring_alone(ctx: JobContext, timers: Sequence[Timer], answer: AnswerAll) -> None:
    try:
        await _ring(ctx, [timers], answer)
    except _Changed:
        await ctx.store.timers.put_off(timers, ctx.now + AGAIN)  # those that still wait
    except Exception:
        subject, kinds = timers[0].subject, [each.kind for each in timers]
        log.exception("timer.failed", job=timers[0].job, subject=subject, kinds=kinds)
        await ctx.store.timers.put_off(timers, ctx.now + AGAIN)


async def _ring(ctx: JobContext, cases: Sequence[Sequence[Timer]], answer: AnswerAll) -> None:
    async def work(inner: JobContext) -> None:
        await answer(inner, cases)  # first what it holds on to, then the timers: in the order in which a press does it
        timers = [timer for case in cases for timer in case]
        if await ctx.store.timers.settle(timers, ctx.now) != len(timers):
            raise _Changed

    await apart(ctx, work)


async def _ring_on(ctx: JobContext, job: str) -> None:
    """When the next one is due."""
    if next_due := await ctx.store.timers.next_due(job):
        await ctx.store.jobs.hasten(job, max(next_due, ctx.now))
