"""Waits for what somebody says next where he is: a card has asked him, and what he says completes a command's line."""

from dataclasses import replace
from datetime import datetime

from bot.domain.dialogues import closing
from bot.shapes.context import Context


async def listen(ctx: Context, line: str, question: str, *, action: str = "", private: bool = False) -> datetime:
    """His next words go behind `line`, which is then read as if typed (`bot.services.talking.conversation` listens).

    `question`: what is asked again where they are no answer. `action`: the command the trail names, if not the press
    itself. `private`: he answers in private, wherever he pressed. Gives until when it waits.
    """
    until = closing(ctx.now)
    await ctx.store.dialogues.open(
        asker=ctx.sender.user_id,
        via=ctx.chat.via,
        chat=None if private else ctx.chat.id,
        line=line,
        question=question,
        closes_at=until,
        by=replace(ctx.act, action=action) if action else ctx.act,
    )
    return until
