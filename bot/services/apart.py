"""Work that stands or falls by itself: in a job that does much for many, what fails takes nothing from the others."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Content


async def apart(ctx: JobContext, work: Callable[[JobContext], Awaitable[None]]) -> None:
    """What it changes and says stands whole or not at all; whatever it raises, the rest of the job's run goes on."""
    said: list[tuple[Address, Content]] = []
    inner = replace(ctx, tell=lambda address, content: said.append((address, content)))
    await ctx.store.attempt(lambda: work(inner))
    for address, content in said:
        ctx.tell(address, content)
