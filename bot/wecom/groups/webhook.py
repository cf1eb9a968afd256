"""A group's webhook (D-91770, D-99110): sends into one group, hears nothing; the key is the whole credential."""

from dataclasses import replace
from typing import Any, Final

from bot.shapes.incoming import Via
from bot.shapes.outgoing import Attachment, Card, Content, Markdown, Media, Outcome, Parcel, Text, ToGroup, Verdict
from bot.shapes.records.pipeline import Files
from bot.wecom.api.media import by_media_id, bytes_of, image
from bot.wecom.api.rest import CallError, Rest
from bot.wecom.cards import BOT, is_interactive, template_card
from bot.wecom.texts import WEBHOOK_MARKDOWN, WEBHOOK_TEXT, cut, without_tags

IMAGE_BYTES: Final = 2 * 1024 * 1024  # a larger picture goes as a file


class WebhookChannel:
    """Open at any time: each key stands for itself."""

    def __init__(self, rest: Rest, files: Files) -> None:
        self._rest = rest
        self._files = files

    @property
    def via(self) -> Via:
        return Via.WEBHOOK

    @property
    def pushes(self) -> bool:
        return True

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        if not isinstance(parcel.address, ToGroup) or not parcel.webhook:
            return Outcome(Verdict.REFUSED, why="a webhook reaches the one group it belongs to")
        if isinstance(parcel.content, Card) and is_interactive(parcel.content):
            return Outcome(Verdict.REFUSED, why="a webhook's cards have no buttons", form=True)
        try:
            await self._rest.post_webhook(parcel.webhook, await self._body(parcel.webhook, parcel.content))
        except CallError as error:
            return error.outcome
        return Outcome(Verdict.DONE)

    async def _body(self, key: str, content: Content) -> dict[str, Any]:
        if not isinstance(content, Attachment):
            return _content(content)
        data = await bytes_of(content, self._files)
        if content.media is Media.IMAGE and len(data) <= IMAGE_BYTES:
            return {"msgtype": "image", "image": image(data)}
        kind = Media.VOICE if content.media is Media.VOICE else Media.FILE
        answer = await self._rest.upload_webhook(key, kind, name=content.name, data=data)
        return by_media_id(replace(content, media=kind, media_id=str(answer.get("media_id"))))


def _content(content: Text | Markdown | Card) -> dict[str, Any]:
    match content:
        case Text(text=text):
            return {"msgtype": "text", "text": {"content": cut(without_tags(text), WEBHOOK_TEXT)}}
        case Markdown(text=text):
            return {"msgtype": "markdown", "markdown": {"content": cut(text, WEBHOOK_MARKDOWN)}}
        case Card():
            return {"msgtype": "template_card", "template_card": template_card(content, BOT, task_id=None)}
