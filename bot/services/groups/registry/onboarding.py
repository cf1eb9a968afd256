"""The first time that the bot is addressed in a chat that nobody registered, it says once how to (S70)."""

from typing import Final

from bot.patterns import regex
from bot.shapes.context import Context
from bot.shapes.outgoing import Text
from bot.shapes.replies import Reply

HINT: Final = "这个群我还不认识。请管这个群的同事 @我 发 /登记群，登记后我才能办群里的事。"
_OF_IT: Final = regex("登记|绑定")  # whoever speaks of it, or is told of it, needs no hint


async def hinted(ctx: Context, asked: str, reply: Reply | None) -> Reply | None:
    """The answer to `asked`, with the hint below it where it is due. A card can't carry it, nor can what goes to one
    person alone: then the next answer does."""
    if ctx.chat.id is None or ctx.chat.group is not None:
        return reply
    said = reply.parcel_content if reply else Text("")
    if (reply and reply.private) or not isinstance(said, Text):
        return reply
    if not await ctx.store.unknown_chats.hint(ctx.chat.id, ctx.sender.user_id, ctx.now):
        return reply
    if _OF_IT.search(f"{asked} {said.text}"):
        return reply
    return Reply(f"{said.text}\n{HINT}".strip())
