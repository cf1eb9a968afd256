"""A group's webhook (D-91770, D-99110): sends into one group, hears nothing; the key is the whole credential."""

from typing import Any

from bot.shapes.incoming import Via
from bot.shapes.outgoing import Card, Content, Markdown, Outcome, Parcel, Text, ToGroup, Verdict
from bot.wecom.api.rest import CallError, Rest
from bot.wecom.cards import BOT, is_interactive, template_card
from bot.wecom.texts import WEBHOOK_MARKDOWN, WEBHOOK_TEXT, cut, without_tags


class WebhookChannel:
    """Open at any time: each key stands for itself."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    @property
    def via(self) -> Via:
        return Via.WEBHOOK

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        if not isinstance(parcel.address, ToGroup) or not parcel.webhook:
            return Outcome(Verdict.REFUSED, why="a webhook reaches the one group it belongs to")
        if isinstance(parcel.content, Card) and is_interactive(parcel.content):
            return Outcome(Verdict.REFUSED, why="a webhook's cards have no buttons", form=True)
        try:
            await self._rest.post_webhook(parcel.webhook, _content(parcel.content))
        except CallError as error:
            return error.outcome
        return Outcome(Verdict.DONE)


def _content(content: Content) -> dict[str, Any]:
    match content:
        case Text(text=text):
            return {"msgtype": "text", "text": {"content": cut(without_tags(text), WEBHOOK_TEXT)}}
        case Markdown(text=text):
            return {"msgtype": "markdown", "markdown": {"content": cut(text, WEBHOOK_MARKDOWN)}}
        case Card():
            return {"msgtype": "template_card", "template_card": template_card(content, BOT, task_id=None)}
