"""What falls due for a hazard, and who is reminded of it; what each of them reads is `reminding.py`'s matter.

What is not wanted any more, since the hazard has moved on meanwhile, keeps silent.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet, is_quiet
from bot.domain.dates import day
from bot.domain.safety.hazards.deadlines import MORNING, TO_HEAD, TO_LEADER, Due, days_over, kind_of
from bot.domain.safety.hazards.hazard import Hazard, Step, StepKind
from bot.domain.safety.hazards.reminders import OVERTAKEN, To
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.safety.hazards import whom
from bot.services.safety.hazards.clock import JOB, due, wind
from bot.services.safety.hazards.reminding import remind
from bot.services.safety.hazards.stopping import show_card
from bot.services.timers import set_timers
from bot.shapes.context import JobContext

Whom = tuple[Sequence[UserId], To]

_AGAIN: Final = "+"  # behind a kind that rang at night
_A_MOMENT: Final = timedelta(microseconds=1)


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    hazard = await ctx.store.hazards.get(number)
    if hazard is None:
        return
    if not hazard.is_major and is_quiet(ctx.now, ctx.company.pace.calendar):
        await _in_the_morning(ctx, hazard, timers)
        return
    steps = await ctx.store.hazards.steps(number)
    wanted = {
        kind_of(timer.kind): timer.kind
        for timer in timers
        if timer.kind.rstrip(_AGAIN) in due(ctx, hazard, steps, timer.due.astimezone(ctx.now.tzinfo) - _A_MOMENT)
        or _is_last_chance(ctx, hazard, timer)
    }
    for kind in sorted(wanted.keys() - {before for before, after in OVERTAKEN.items() if after in wanted}):
        async for users, to in _whom(ctx, hazard, steps, kind):
            await remind(ctx, hazard, users, wanted[kind], to)
    await wind(ctx, hazard)


async def _in_the_morning(ctx: JobContext, hazard: Hazard, timers: Sequence[Timer]) -> None:
    """Nobody was there in time and now it is night. What comes back daily is said then anyway; the rest is set anew."""
    day = after_quiet(ctx.now, ctx.company.pace.calendar).date()
    morning = datetime.combine(day, MORNING, ctx.now.tzinfo)
    once = [timer.kind for timer in timers if kind_of(timer.kind) in (Due.LOOK_BACK, Due.TOMORROW)]
    await set_timers(ctx, JOB, hazard.number, {f"{kind}{_AGAIN}": morning for kind in once})
    await wind(ctx, hazard)


def _is_last_chance(ctx: JobContext, hazard: Hazard, timer: Timer) -> bool:
    """The day before its last one went by with nobody there: it is said on the last one."""
    kind = timer.kind.rstrip(_AGAIN)
    is_late = kind != timer.kind and kind == f"{Due.TOMORROW}:{hazard.plan.due}"
    return is_late and not hazard.is_overdue(ctx.now.date())


async def _whom(ctx: JobContext, hazard: Hazard, steps: Sequence[Step], kind: Due) -> AsyncIterator[Whom]:
    match kind:
        case Due.ASSIGN | Due.UNASSIGNED:
            yield whom.officers(ctx.company), To.DO
            if kind is Due.UNASSIGNED and await _left_lying(ctx, hazard, steps):
                yield whom.principals(ctx.company), To.TOP
        case Due.ASSIGN_LATE:
            yield whom.stand_ins(hazard, ctx.company), To.STAND_IN
        case Due.ACCEPT | Due.TOMORROW | Due.DAILY:
            yield _owner(ctx, hazard)
        case Due.OVERDUE:
            async for each in _overdue(ctx, hazard, steps):
                yield each
        case Due.VERIFY | Due.LOOK_BACK:
            yield whom.verifiers(hazard, ctx.company), To.DO
        case Due.STOP | Due.STOP_LATE:
            await _nobody_decided(ctx, hazard, kind)
        case Due.DAILY_MISSED:
            if not _reported_today(ctx, steps):
                yield whom.officers(ctx.company), To.DO
        case Due.FILE:
            yield whom.officers(ctx.company), To.DO


async def _left_lying(ctx: JobContext, hazard: Hazard, steps: Sequence[Step]) -> bool:
    """For days now, and the top hasn't been told."""
    since = hazard.reported_at.astimezone(ctx.now.tzinfo).date()
    days = len(ctx.company.pace.calendar.workdays(since + timedelta(days=1), ctx.now.date()))
    return days >= TO_HEAD and await _first(ctx, hazard, steps, f"没有派单，提醒到领导（{day(since)}登记）")


async def _overdue(ctx: JobContext, hazard: Hazard, steps: Sequence[Step]) -> AsyncIterator[Whom]:
    over, until = days_over(hazard, ctx.company.pace.calendar, ctx.now.date()), hazard.plan.due
    if not over or until is None:
        return
    yield _owner(ctx, hazard)
    if over >= TO_HEAD and await _first(ctx, hazard, steps, f"超期，提醒到部门负责人（期限{day(until)}）"):
        yield whom.next_above(hazard, ctx.company), To.ABOVE
    if over >= TO_LEADER and await _first(ctx, hazard, steps, f"超期，提醒到领导（期限{day(until)}）"):
        yield whom.principals(ctx.company), To.TOP


async def _nobody_decided(ctx: JobContext, hazard: Hazard, kind: Due) -> None:
    if kind is Due.STOP:
        await show_card(ctx, hazard, whom.principals(ctx.company), why="半小时了还没有人决定，请你来定。")
    else:
        late = tuple(dict.fromkeys((*whom.officers(ctx.company), *whom.next_above(hazard, ctx.company))))
        await show_card(ctx, hazard, late, why="一小时了还没有人决定，先撤人，再打电话问领导。")


def _owner(ctx: JobContext, hazard: Hazard) -> Whom:
    """The owner; where he has left, who must give it to somebody else."""
    owner = hazard.plan.owner
    if owner and ctx.company.is_here(owner):
        return (owner,), To.DO
    return whom.officers(ctx.company), To.GIVE


async def _first(ctx: JobContext, hazard: Hazard, steps: Sequence[Step], said: str) -> bool:
    """Whether this was not said before; it is in the log now."""
    if any(each.kind is StepKind.REMINDED and each.text == said for each in steps):
        return False
    await ctx.store.hazards.note(hazard.number, StepKind.REMINDED, said, by=ctx.act)
    return True


def _reported_today(ctx: JobContext, steps: Sequence[Step]) -> bool:
    today = ctx.now.date()
    return any(each.kind is StepKind.DAILY and each.at.astimezone(ctx.now.tzinfo).date() == today for each in steps)
