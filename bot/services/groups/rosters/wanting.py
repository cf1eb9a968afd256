"""When WeCom is to be asked for a group's list: each hour, soon after somebody says he changed it, or when asked."""

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from bot.domain.groups.group import Group, GroupState
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk

JOB: Final = "group-rosters"
SOON: Final = timedelta(minutes=1)  # by then WeCom's own servers agree on what somebody has just done


def is_readable(group: Group) -> bool:
    """Of the app's own groups WeCom tells who is in, and of groups with customers; of others nobody can ask it."""
    return group.state is GroupState.IN_USE and (group.app_chat is not None or group.has_customers)


async def read_soon(desk: Desk, group: Group, *, after: timedelta = SOON) -> None:
    if is_readable(group):
        await desk.store.rosters.want([group.id])
        await desk.store.jobs.hasten(JOB, desk.now + after)


async def look_soon(desk: Desk, groups: Collection[GroupId], *, after: timedelta = SOON) -> None:
    """Doubts are to be looked for: the directory changed."""
    if groups:
        await desk.store.rosters.look(groups)
        await desk.store.jobs.hasten(JOB, desk.now + after)
