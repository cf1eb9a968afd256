"""Our contents as the AI bot says them (D-101463, D-101031, D-101032)."""

from typing import Final

from bot.domain.wording import without_marks
from bot.shapes.outgoing import Attachment, Card, Content, Markdown, Text
from bot.wecom.aibot.frames import Body
from bot.wecom.api.media import by_media_id
from bot.wecom.cards import BOT, copy_of, is_interactive, template_card
from bot.wecom.texts import BOT_TEXT, cut, without_tags

SEE_CARD: Final = "请看下面的卡片。"
SEE_ATTACHMENT: Final = "请看下面的附件。"


def pushed(content: Content, *, copied: int | None) -> Body:
    if isinstance(content, Card):
        return card_body(content, copied=copied)
    if isinstance(content, Attachment):
        return by_media_id(content)
    return {"msgtype": "markdown", "markdown": {"content": markdown(content)}}


def card_body(card: Card, *, copied: int | None = None) -> Body:
    """Only what can be pressed needs an id; `copied` numbers a copy of a card that others hold, or was sent before."""
    task_id: str | None = card.task_id if is_interactive(card) else None
    if card.task_id and task_id and copied is not None:
        task_id = copy_of(card.task_id, copied)
    return {"msgtype": "template_card", "template_card": template_card(card, BOT, task_id=task_id)}


def welcome(content: Content) -> Body:
    match content:
        case Card():
            return card_body(content)
        case Text(text=words) | Markdown(plain=words) | Attachment(plain=words):
            return {"msgtype": "text", "text": {"content": cut(without_tags(words), BOT_TEXT)}}


def markdown(content: Text | Markdown) -> str:
    return cut(without_marks(content.text) if isinstance(content, Text) else content.text, BOT_TEXT)
