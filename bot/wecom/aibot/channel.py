"""The AI bot's way out over the long connection (D-101463): replies, welcomes, new faces for cards, and pushes.

A callback can be answered under its req_id for a while, and in one way only. When that is over, the same words are
pushed into the conversation, which is always possible there: somebody has just spoken in it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

from bot.identifiers import ChatId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Attachment,
    Card,
    Markdown,
    Outcome,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPeople,
    ToPerson,
    Verdict,
)
from bot.shapes.records.pipeline import Files
from bot.wecom.aibot.frames import PUSH, RESPOND, UPDATE, WELCOME, Body
from bot.wecom.aibot.handles import Asked, Handle, handle
from bot.wecom.aibot.media import Exchange, LineMedia
from bot.wecom.aibot.receipts import Receipts, stream, stream_id_of
from bot.wecom.aibot.wording import SEE_ATTACHMENT, SEE_CARD, card_body, markdown, pushed, welcome
from bot.wecom.api.answers import passed_before
from bot.wecom.api.media import by_media_id
from bot.wecom.cards import BOT, template_card

SINGLE, GROUP = 1, 2
NOT_ANSWERABLE: Final = 846605
STREAM_ENDED: Final = 846608


class Line(Exchange, Protocol):
    """The long connection, as far as sending goes."""

    @property
    def up(self) -> bool: ...


class BotChannel:
    """Sends in the bot's name. `receipts` where long work is announced by a first frame; `bot_id_of` tells by which id
    the bot knows somebody."""

    def __init__(
        self, line: Line, files: Files, *, receipts: Receipts | None = None, bot_id_of: Callable[[UserId], str] = str
    ) -> None:
        self._line = line
        self._media = LineMedia(line, files)
        self._bot_id_of = bot_id_of
        self._receipts = receipts

    @property
    def via(self) -> Via:
        return Via.BOT

    @property
    def pushes(self) -> bool:
        return True

    def open(self) -> bool:
        return self._line.up

    async def send(self, parcel: Parcel) -> Outcome:
        if isinstance(parcel.content, Attachment):
            content = await self._media.uploaded(parcel.content)
            if isinstance(content, Outcome):
                return content
            parcel = replace(parcel, content=content)
        match parcel.address:
            case ToCard() as address:
                return await self._update(parcel, address)
            case ToAsker() as address:
                return await self._answer(parcel, address)
            case ToPerson(user=user):
                return await self._push(parcel, user, None)
            case ToGroup():
                return await self._push(parcel, None, parcel.chat)
            case ToPeople():
                return Outcome(Verdict.REFUSED, why="the bot speaks to one conversation at a time")

    async def _answer(self, parcel: Parcel, address: ToAsker) -> Outcome:
        asked = handle(parcel.handle or address.handle)
        outcome = await self._reply(parcel, asked) if asked else None
        if outcome is not None and outcome.errcode != NOT_ANSWERABLE:
            return outcome
        if parcel.repeated:  # a push beside a stream, or beside an earlier push, would be a second message
            return Outcome(Verdict.REFUSED, NOT_ANSWERABLE, "an earlier attempt may have got through")
        return await self._push(parcel, address.user, parcel.chat or address.chat)

    async def _reply(self, parcel: Parcel, asked: Handle) -> Outcome | None:
        """None where the callback takes no answer in words: a press takes a new face for its card, nothing else."""
        match asked.asked, parcel.content:
            case Asked.MESSAGE, Card() as card:
                return await self._reply_beside(parcel, asked, card_body(card), SEE_CARD)
            case Asked.MESSAGE, Attachment() as attachment:
                return await self._reply_beside(parcel, asked, by_media_id(attachment), SEE_ATTACHMENT)
            case Asked.MESSAGE, (Text() | Markdown()) as words:
                return await self._reply_words(parcel, asked, markdown(words))
            case Asked.ENTER, content:
                return await self._line.exchange(WELCOME, welcome(content), req_id=asked.req_id)
            case _:
                return None

    async def _reply_words(self, parcel: Parcel, asked: Handle, words: str) -> Outcome:
        """A stream of one frame, or the last frame of the receipt's. Its id comes from the parcel, so that saying it
        again replaces the bubble; and where that stream has ended, it ended with these words."""
        opened = await self._receipts.settle(asked.req_id) if self._receipts else None
        if opened and opened.take(parcel.id):
            outcome = await self._stream(asked, opened.stream_id, words)
            if outcome.errcode != STREAM_ENDED:
                return outcome
            if parcel.repeated:
                return passed_before(outcome)
        outcome = await self._stream(asked, stream_id_of(asked.req_id, parcel.id), words)
        return passed_before(outcome) if outcome.errcode == STREAM_ENDED else outcome

    async def _reply_beside(self, parcel: Parcel, asked: Handle, body: Body, words: str) -> Outcome:
        """What no stream can show stands under it, and `words` close the receipt's."""
        opened = await self._receipts.settle(asked.req_id) if self._receipts else None
        outcome = await self._line.exchange(RESPOND, body, req_id=asked.req_id)
        if opened and opened.take(parcel.id):
            await self._stream(asked, opened.stream_id, words)
        return outcome

    async def _stream(self, asked: Handle, stream_id: str, words: str) -> Outcome:
        return await self._line.exchange(RESPOND, stream(stream_id, words, finish=True), req_id=asked.req_id)

    async def _update(self, parcel: Parcel, address: ToCard) -> Outcome:
        """Within five seconds of the press the held card changes; later the reader gets a new one."""
        asked, card = handle(parcel.handle or address.handle), parcel.content
        chat = parcel.chat or address.chat
        if asked is None or asked.asked is not Asked.PRESS or not isinstance(card, Card):
            return await self._push(parcel, address.user, chat, anew=True)
        face = template_card(card, BOT, task_id=asked.task_id)
        body = {"response_type": "update_template_card", "template_card": face}
        outcome = await self._line.exchange(UPDATE, body, req_id=asked.req_id)
        if outcome.verdict is not Verdict.REFUSED:
            return outcome
        if parcel.repeated:
            return passed_before(outcome)
        return await self._push(parcel, address.user, chat, anew=True)

    async def _push(self, parcel: Parcel, user: UserId | None, chat: ChatId | None, *, anew: bool = False) -> Outcome:
        """Unprompted. Without a chat it goes to the person; a group must have a chat."""
        target = chat or (self._bot_id_of(user) if user else None)
        if not target:
            return Outcome(Verdict.REFUSED, why="the bot is in no chat of this group")
        shared = isinstance(parcel.content, Card) and parcel.content.shared
        content = pushed(parcel.content, copied=parcel.id if anew or shared else None)
        body = {"chatid": target, "chat_type": GROUP if chat else SINGLE, **content}
        return await self._line.exchange(PUSH, body)
