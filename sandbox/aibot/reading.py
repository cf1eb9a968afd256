"""How the bot's text reads to people."""

from sandbox.mentions import spelled_out
from sandbox.world import World


def readable(world: World, text: str) -> str:
    """With names for `<@userid>`, if WeCom does that for AI bots: nobody could confirm it."""
    return spelled_out(world.directory, text) if world.settings.bot_mentions else text
