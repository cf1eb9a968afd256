"""Somebody typed a password or a code: it was struck out before it was kept, and he reads what to do about it."""

from dataclasses import replace
from typing import Final

from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

WHAT_NOW: Final = (
    "你刚才发了密码或验证码。我没有存，可聊天里还看得到：先撤回那条消息，再马上改密码。谁要都别给，验证码也一样。"
)


def warned(ctx: Context, reply: Reply | None) -> Reply:
    """His answer, and the warning beside it; in a group in private, if there is a way."""
    if reply is None:
        return Reply(WHAT_NOW, private=ctx.chat.private_way)
    if ctx.chat.private_way:
        ctx.tell(ToPerson(ctx.sender.user_id), Text(WHAT_NOW))
        return reply
    match reply.content:
        case str(said) | Text(said):
            return replace(reply, content=f"{said}\n{WHAT_NOW}")
    return reply
