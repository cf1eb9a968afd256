"""What the AI bot's answers look like in callback mode: in a response (D-101031), and at a response_url (D-101138)."""

from typing import Final

from bot.shapes.outgoing import Attachment, Card, Content, Markdown, Text
from bot.wecom.aibot.frames import Body
from bot.wecom.aibot.handles import Asked, CallbackHandle
from bot.wecom.aibot.receipts import WORDS, stream
from bot.wecom.aibot.wording import SEE_CARD, card_body, markdown, pushed, welcome
from bot.wecom.api.media import image
from bot.wecom.cards import BOT, template_card

SEE_BELOW: Final = "答复请看下面的消息。"
SETTLED: Final = "已处理。"


def answer(asked: CallbackHandle, content: Content, *, streaming: bool, picture: bytes | None = None) -> Body:
    """The response to a question, or, once it streams, to a poll. The stream bears the question's own id.

    `picture` are the bytes of an attachment; a stream shows them where it ends.
    """
    match asked.asked, content:
        case Asked.ENTER, _:
            return welcome(content)
        case Asked.PRESS, Card() as card:
            face = template_card(card, BOT, task_id=asked.task_id)
            return {"response_type": "update_template_card", "template_card": face}
        case _, Card() as card if streaming:
            shown = stream(asked.msg_id, SEE_CARD, finish=True) | card_body(card)
            return shown | {"msgtype": "stream_with_template_card"}
        case _, Card() as card:
            return card_body(card)
        case _, (Text() | Markdown()) as words:
            return stream(asked.msg_id, markdown(words), finish=True)
        case _, Attachment(plain=plain):
            told = stream(asked.msg_id, markdown(Text(plain)), finish=True)
            items = [{"msgtype": "image", "image": image(picture)}] if picture else []
            return told | {"stream": told["stream"] | {"msg_item": items}}


def receipt(msg_id: str) -> Body:
    """The first state of a stream: ask again."""
    return stream(msg_id, WORDS, finish=False)


def closing(msg_id: str, words: str) -> Body:
    return stream(msg_id, words, finish=True)


def later(asked: CallbackHandle, content: Content, *, parcel: int) -> Body:
    """For the response_url. A card whose press came too late for an update is sent as a copy."""
    return pushed(content, copied=parcel if asked.asked is Asked.PRESS else None)
