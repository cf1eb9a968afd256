"""Nobody has acted on an incident, or it isn't finished; or what it left behind goes. In nobody's name."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.security.incident import Incident, Logged
from bot.domain.timers import Timer
from bot.services.security import clock, wording
from bot.services.security.officers import is_topmost, officers
from bot.services.security.telling import hand, tell_teller
from bot.services.timers import set_timers
from bot.shapes.context import JobContext

_HELD: Final = timedelta(days=30)  # until what is held is looked at again
NOBODY_YET: Final = "到时间还没有人做第一步，请马上处理。"
RAISED: Final = "一直没有人处理，报到你这里。"
UNFINISHED: Final = "还没办结。做完的记一下，都做完了给个结论。"


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    incident = await ctx.store.incidents.get(number, ctx.now)
    if incident is None:
        return
    if not incident.is_open:
        await _let_go(ctx, incident)
    elif incident.first_action is None:
        await _raise(ctx, incident)
    else:
        await _ask_how_far(ctx, incident)


async def _raise(ctx: JobContext, incident: Incident) -> None:
    """Those who have it are pressed, and the next level has it too; at the top they are pressed again and again."""
    before = await officers(ctx, incident)
    if await is_topmost(ctx, incident):
        await hand(ctx, incident, before, NOBODY_YET)
        await clock.once_more(ctx, incident)
        return
    after = incident.raised()
    if not await ctx.store.incidents.save(after, Logged.RAISED, was=incident.version, by=ctx.act):
        return
    await clock.go_on(ctx, after)
    above = [user for user in await officers(ctx, after) if user not in before]
    await hand(ctx, after, before, NOBODY_YET)
    await hand(ctx, after, above, RAISED)
    await tell_teller(ctx, after, f"还没有人动手，已经报给 {wording.named(above, ctx.company)}。急就打电话。")


async def _ask_how_far(ctx: JobContext, incident: Incident) -> None:
    """Whoever has it; where he is no longer able to, everybody who could."""
    users = await officers(ctx, incident)
    await hand(ctx, incident, [incident.taken_by] if incident.taken_by in users else users, UNFINISHED)
    await clock.go_on(ctx, incident)


async def _let_go(ctx: JobContext, incident: Incident) -> None:
    held = {*ctx.company.retention.held, *await ctx.store.holds.held()}
    if held & {incident.number, incident.teller}:
        at = ctx.now + _HELD
        await set_timers(ctx, clock.JOB, incident.number, {f"{clock.FORGOTTEN}:{at:%Y-%m-%d}": at})
        return
    await ctx.store.incidents.forget(incident.number, by=ctx.act)
