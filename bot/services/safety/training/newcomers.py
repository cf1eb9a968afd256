"""Whoever joins is taught before he works (生产经营单位安全培训规定 art. 11): a draft of it for each, once."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.quiet import is_quiet
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.safety.training.training import LONGEST, TrainingKind
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.safety.training.planning import Wanted, draft_card, write
from bot.shapes.context import JobContext
from bot.shapes.outgoing import ToPerson

JOB: Final = "newcomers"
LOOKS_BACK: Final = timedelta(days=14)  # over a holiday; the day on which somebody joined may be entered later, too
STARTS: Final = time(9)


async def look(ctx: JobContext) -> None:
    """Notes who has joined lately; the timer of each rings once ever, in this very run. The job isn't hastened for it:
    it would wake itself again and again."""
    if not ctx.company.training.newcomers or is_quiet(ctx.now, ctx.company.pace.calendar):
        return
    for person in ctx.company.people:
        joined = _joined(ctx, person)
        if joined and ctx.now.date() - LOOKS_BACK <= joined <= ctx.now.date():
            await ctx.store.timers.set(JOB, person.user_id, "joined", ctx.now)


async def ring(ctx: JobContext, user: str, _: Sequence[Timer]) -> None:
    """A draft goes to who answers for safety; the newcomer hears nothing before it is let go."""
    officers = ctx.company.serving(Role.SAFETY_ADMIN)
    if not officers or not ctx.company.is_here(UserId(user)):
        return
    day = ctx.company.pace.calendar.next_workday(ctx.now.date())
    wanted = Wanted(
        topic="新员工三级教育",
        specs=(f"user:{user}",),
        starts=datetime.combine(day, STARTS, ctx.now.tzinfo),
        minutes=LONGEST,
        kind=TrainingKind.NEWCOMERS,
    )
    training = await write(ctx, wanted, author=officers[0])
    ctx.tell(ToPerson(officers[0]), await draft_card(ctx, training))


def _joined(ctx: JobContext, person: Person) -> date | None:
    service = ctx.company.leave.facts(person.user_id).service if person.active else None
    return service.joined if service else None
