"""Whose ids the bot sees: plain ones if a super administrator made it, encrypted ones otherwise (D-101521)."""

from sandbox.company import Person
from sandbox.directory import open_userid
from sandbox.world import World


def outward(world: World, userid: str) -> str:
    """As the bot is told it."""
    return open_userid(userid) if world.settings.encrypted_userids else userid


def inward(world: World, given: str) -> Person | None:
    """Whom the bot means."""
    if not world.settings.encrypted_userids:
        return world.directory.find(given)
    return next((person for userid, person in world.directory.people.items() if open_userid(userid) == given), None)
