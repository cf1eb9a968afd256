"""What is said in a new group, and to who has just come into one."""

from collections.abc import Collection

from bot.domain.groups.group import Group
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.wording import NAME_YOURSELF, names
from bot.shapes.outgoing import Text, ToGroup


async def greet(desk: Desk, group: Group) -> None:
    """The first message in a group that the app made."""
    keepers = names(desk.company, sorted(group.admins))
    who = f"，群管理员是 {keepers}" if keepers else ""
    words = f"{group.name}建好了{who}，批准编号 {group.founding}。{NAME_YOURSELF}"
    desk.tell(ToGroup(group.id), Text(words))


async def welcome(desk: Desk, group: Group, users: Collection[UserId]) -> None:
    """Nothing yet beyond what they were told when they were added."""
