"""What is said in a new group, and to who has just come into one."""

from collections.abc import Collection

from bot.domain.groups.group import Group
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.rules.asking import ask_newcomers
from bot.services.groups.rules.versions import in_force
from bot.services.groups.rules.wording import for_everybody
from bot.services.groups.wording import NAME_YOURSELF, names
from bot.shapes.outgoing import Text, ToGroup


async def greet(desk: Desk, group: Group) -> None:
    """The first message in a group that the app made; its members are asked to agree to the rules, each in private."""
    keepers = names(desk.company, sorted(group.admins))
    who = f"，群管理员是 {keepers}" if keepers else ""
    version = await in_force(desk, group)
    rules = f"\n{for_everybody(group, version)}" if version else ""
    desk.tell(ToGroup(group.id), Text(f"{group.name}建好了{who}，批准编号 {group.founding}。{NAME_YOURSELF}{rules}"))
    await welcome(desk, group, group.insiders)


async def introduce(desk: Desk, group: Group) -> None:
    """The rules, in a group that a person made and where the bot has just been brought in; the same questions."""
    if version := await in_force(desk, group):
        desk.tell(ToGroup(group.id), Text(for_everybody(group, version)))
    await welcome(desk, group, group.insiders)


async def welcome(desk: Desk, group: Group, users: Collection[UserId]) -> None:
    """Each is sent the rules in private within moments, and asked whether he agrees."""
    await ask_newcomers(desk, group, [user for user in users if desk.company.is_here(user)])
