"""Moving the clock without skipping anything: from due time to due time, and at each stop until all is still."""

from datetime import datetime, timedelta

from sandbox.world import World

STILL_ROUNDS = 20


async def travel(world: World, target: datetime) -> int:
    """Go to `target`; how many followers did not settle in time. One journey at a time; backwards is a plain jump."""
    async with world.travelling:
        if target <= world.clock.now():
            world.clock.set(target)
            _, unsettled = await _settle(world)
        else:
            unsettled = await _forward(world, target)
        world.journal.add("clock", now=world.clock.iso())
        return unsettled


async def _forward(world: World, target: datetime) -> int:
    """A due that does not lie after the moment of asking is not a stop: it has happened, or never will."""
    while True:
        asked = world.clock.now()
        dues, _ = await _settle(world)
        stops = [due for due in dues if asked < due < target]
        if not stops:
            break
        _jump(world, min(stops))
    _jump(world, target)
    _, unsettled = await _settle(world)
    return unsettled


def _jump(world: World, instant: datetime) -> None:
    """To an instant, just not before it: clocks of others may know fewer digits."""
    if world.clock.now() < instant:
        world.clock.set(instant + timedelta(microseconds=1))


async def _settle(world: World) -> tuple[list[datetime], int]:
    """Until deliveries are through and followers have nothing more to do, unless something never rests."""
    timeout = world.settings.settle_timeout
    for _ in range(STILL_ROUNDS):
        await world.tasks.drained(timeout)
        seen = world.journal.last
        dues, unsettled = await world.followers.settle(world.clock.now(), timeout)
        if unsettled or (world.journal.last == seen and not world.tasks.busy):
            break
    return dues, unsettled
