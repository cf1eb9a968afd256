"""What serves a press or something that somebody sends along; `bot.services.serving` says who serves what."""

from collections.abc import Awaitable, Callable

from bot.shapes.context import Context
from bot.shapes.incoming import Incoming, Press
from bot.shapes.replies import Reply

Pressed = Callable[[Context, str, Press], Awaitable[Reply]]  # the card's new face; its subject is the second argument
Taker = Callable[[Context, Incoming], Awaitable[Reply | None]]  # None: it isn't his
