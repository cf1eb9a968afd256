"""What came of a line that a card asked about: its new face says it, or something beside it does."""

from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Content, Markdown, Text, ToAsker, ToPerson
from bot.shapes.replies import Reply

IN_PRIVATE = "已私聊你。"
NO_PRIVATE_WAY = "回复不方便在群里说，我也还不能主动私聊你。请先私聊我发一句 /帮助，再把刚才的话私聊发给我。"
DONE = "办好了。"
BESIDE = "见下一条消息。"


def privately(ctx: Context, content: Content) -> str:
    """Tell the sender what is not for the group; what the group hears instead."""
    if not ctx.chat.private_way:
        return NO_PRIVATE_WAY
    ctx.tell(ToPerson(ctx.sender.user_id), content)
    return IN_PRIVATE


def on_a_card(ctx: Context, reply: Reply | None) -> str:
    """The sentence for the card's face; what doesn't fit on it, or isn't for everybody who sees it, is told."""
    if reply is None:
        return DONE
    content = reply.parcel_content
    if reply.private and ctx.chat.is_group:
        return privately(ctx, content)
    match content:
        case Text(text):
            return text
        case Markdown(_, plain) | Card(plain=plain, buttons=(), select=None):
            return plain
    ctx.tell(ToAsker(ctx.chat.via, ctx.sender.user_id, ctx.chat.id), content)
    return BESIDE
