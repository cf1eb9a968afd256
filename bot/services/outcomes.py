"""What came of a line that a card asked about: its new face says it, or something beside it does."""

from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Markdown, Text, ToAsker, ToPerson
from bot.shapes.replies import Reply

IN_PRIVATE = "已私聊你。"
DONE = "办好了。"
BESIDE = "见下一条消息。"


def on_a_card(ctx: Context, reply: Reply | None) -> str:
    """The sentence for the card's face; what doesn't fit on it, or isn't for everybody who sees it, is told."""
    if reply is None:
        return DONE
    content = reply.parcel_content
    if reply.private and ctx.chat.is_group:
        ctx.tell(ToPerson(ctx.sender.user_id), content)
        return IN_PRIVATE
    match content:
        case Text(text):
            return text
        case Markdown(_, plain) | Card(plain=plain, buttons=(), select=None):
            return plain
    ctx.tell(ToAsker(ctx.chat.via, ctx.sender.user_id, ctx.chat.id), content)
    return BESIDE
