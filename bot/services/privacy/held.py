"""Of whom and of what nothing goes, whatever its time: a dispute, an inquiry (`[privacy] held`, the lawyers' holds)."""

from bot.services.approvals.kinds import Desk


async def not_to_go(desk: Desk) -> frozenset[str]:
    """Numbers and accounts. Each job that deletes asks, and a test sees to it."""
    return desk.company.retention.held | await desk.store.holds.held()
