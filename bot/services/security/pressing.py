"""The buttons of who has an incident: each is asked anew whether he may."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.domain.accounts.works import Deed
from bot.domain.security.incident import Incident
from bot.errors import unknown_button
from bot.services.security import wording
from bot.services.security.assessing import ask
from bot.services.security.clock import acts_until
from bot.services.security.doing import close, look, switch, take, tick
from bot.services.security.officers import find
from bot.services.security.telling import tell
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text
from bot.shapes.replies import Reply, outcome


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """What a card says is forgotten like what is said to a private command. Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    incident = await find(ctx, number)
    if finding := wording.FINDINGS.get(press.key):
        return outcome(number, await close(ctx, incident, finding))
    serve = _SERVED.get(press.key)
    if serve is None:
        raise unknown_button()
    return await serve(ctx, incident, press)


async def _take(ctx: Context, incident: Incident, _: Press) -> Reply:
    return Reply(wording.steps(await take(ctx, incident), ctx.company))


async def _steps(ctx: Context, incident: Incident, _: Press) -> Reply:
    incident.ensure_open()
    return Reply(wording.steps(incident, ctx.company))


async def _tick(ctx: Context, incident: Incident, press: Press) -> Reply:
    ticked = press.selected.get(wording.TICK, ())
    after = await tick(ctx, incident, ticked)
    return Reply(wording.ending(after) if wording.REST in ticked else wording.steps(after, ctx.company))


async def _look(ctx: Context, incident: Incident, _: Press) -> Reply:
    await tell(ctx, ctx.sender.user_id, Text(await look(ctx, incident)))
    return Reply(wording.for_officer(incident, ctx.company, ctx.now, acts_until(ctx, incident)))


async def _off(ctx: Context, incident: Incident, _: Press) -> Reply:
    return outcome(incident.number, await switch(ctx, incident, Deed.DISABLE))


async def _on(ctx: Context, incident: Incident, _: Press) -> Reply:
    return outcome(incident.number, await switch(ctx, incident, Deed.ENABLE))


async def _assess(ctx: Context, incident: Incident, _: Press) -> Reply:
    return outcome(incident.number, await ask(ctx, incident))


_SERVED: Final[Mapping[str, Callable[[Context, Incident, Press], Awaitable[Reply]]]] = {
    wording.TAKE: _take,
    wording.STEPS: _steps,
    wording.TICK: _tick,
    wording.LOOK: _look,
    wording.ASSESS: _assess,
    wording.OFF: _off,
    wording.ON: _on,
}
