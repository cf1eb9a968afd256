"""Replies and pushes to a conversation count together (D-101463)."""

from sandbox.aibot.line import Conversation
from sandbox.errors import ApiError
from sandbox.world import World


def take_rate(world: World, conversation: Conversation) -> None:
    """45009 beyond 30 a minute or 1000 an hour."""
    settings = world.settings
    rates = ((settings.conversation_per_minute, 60.0), (settings.conversation_per_hour, 3600.0))
    if not world.limits.take("conversation", conversation.chat_id, world.clock.seconds(), *rates):
        raise ApiError(45009)
