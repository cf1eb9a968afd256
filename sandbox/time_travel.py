"""Moving the clock without skipping anything: from due time to due time, and at each stop until all is still."""

from datetime import datetime

from sandbox.aibot.callback_mode import catch_up
from sandbox.followers import Follower
from sandbox.world import World

STILL_ROUNDS = 20


async def travel(world: World, target: datetime) -> int:
    """Go to `target`; how many followers did not settle in time. One journey at a time; backwards is a plain jump."""
    async with world.travelling:
        silent: set[Follower] = set()
        if target > world.clock.now():
            await _forward(world, target, silent)
        world.clock.set(target)
        await _settle(world, silent)
        world.journal.add("clock", now=world.clock.iso())
        return len(silent)


async def _forward(world: World, target: datetime, silent: set[Follower]) -> None:
    """Stop by stop, up to the last before `target`.

    A due that does not lie after the moment of asking is no stop: it has happened, or never will.
    """
    while True:
        asked = world.clock.now()
        stops = [due for due in await _settle(world, silent) if asked < due < target]
        if not stops:
            return
        world.clock.set(max(min(stops), world.clock.now()))


async def _settle(world: World, silent: set[Follower]) -> list[datetime]:
    """Until deliveries are through and followers have nothing more to do, unless something never rests.

    Returns the followers' next dues. Who does not answer in time joins `silent` and is not asked again.
    """
    patience = world.settings.settle_timeout
    for _ in range(STILL_ROUNDS):
        await world.tasks.drained(patience)
        seen = world.journal.last
        dues = await world.followers.settle(world.clock.now(), patience, silent)
        await catch_up(world)
        if world.journal.last == seen and not world.tasks.busy:
            break
    return dues
