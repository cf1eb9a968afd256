"""Groups that the app made (D-90248): text and markdown to all who are in one; no cards, no answer to be recalled."""

from dataclasses import replace
from typing import Any, Final

from bot.shapes.incoming import Via
from bot.shapes.outgoing import Attachment, Card, Content, Markdown, Outcome, Parcel, Text, ToGroup, Verdict
from bot.wecom.api.media import AppMedia, by_media_id
from bot.wecom.api.rest import APP_SECRET, CallError, Rest
from bot.wecom.texts import APPCHAT_TEXT, cut, without_tags

NOT_ALLOWED: Final = 48002
NO_CARDS: Final = Outcome(Verdict.REFUSED, why="there are no cards in an app's groups", form=True)


class AppChatChannel:
    """Speaks in the app's name. Where the app may not use its groups at all, the next channel is tried at once."""

    def __init__(self, rest: Rest, *, media: AppMedia) -> None:
        self._rest = rest
        self._media = media

    @property
    def via(self) -> Via:
        return Via.APPCHAT

    @property
    def pushes(self) -> bool:
        return True

    def open(self) -> bool:
        return self._rest.misconfigured(APP_SECRET) is None

    async def send(self, parcel: Parcel) -> Outcome:
        if not isinstance(parcel.address, ToGroup) or not parcel.chat:
            return Outcome(Verdict.REFUSED, why="the app made no such group")
        if isinstance(parcel.content, Card):
            return NO_CARDS
        try:
            content = _content((await self._media.uploaded(parcel)).content)
            await self._rest.call(APP_SECRET, "POST", "appchat/send", json={"chatid": parcel.chat, **content})
        except CallError as error:
            return _elsewhere(error.outcome)
        return Outcome(Verdict.DONE)


def _elsewhere(outcome: Outcome) -> Outcome:
    return replace(outcome, verdict=Verdict.REFUSED) if outcome.errcode == NOT_ALLOWED else outcome


def _content(content: Content) -> dict[str, Any]:
    match content:
        case Text(text=text):
            return {"msgtype": "text", "text": {"content": cut(without_tags(text), APPCHAT_TEXT)}}
        case Markdown(text=text):
            return {"msgtype": "markdown", "markdown": {"content": cut(text, APPCHAT_TEXT)}}
        case Attachment():
            return by_media_id(content)
        case Card(plain=text):
            return {"msgtype": "text", "text": {"content": cut(without_tags(text), APPCHAT_TEXT)}}
