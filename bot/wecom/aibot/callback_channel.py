"""The AI bot's way out in callback mode (D-101031, D-101138): an answer waits to be fetched, or goes to a response_url.

Who is asked first: the HTTP response to the question, while that is held open; the next poll of its stream; then the
response_url, once. Nothing can be said unasked, so everything else is refused and goes by another channel.

What may have been fetched by a request whose fate nobody knows (the process stopped) is offered again in its own
bubble and never sent to the response_url: that would be a second message.
"""

from dataclasses import replace
from typing import Final

from bot.shapes.incoming import Via
from bot.shapes.outgoing import Attachment, Card, Media, Outcome, Parcel, ToAsker, ToCard, Verdict
from bot.wecom.aibot.bubbles import Bubbles, happens
from bot.wecom.aibot.handles import Asked, CallbackHandle, callback_handle
from bot.wecom.aibot.replies import later
from bot.wecom.api.answers import passed_before
from bot.wecom.api.rest import CallError, Rest

FETCHED_WITHIN: Final = 3.0  # seconds; polls come every one or two, and a stop waits hardly longer
BY_URL: Final = {"by": "response_url"}
UNASKED: Final = Outcome(Verdict.REFUSED, why="in callback mode the bot speaks only when it was spoken to")


class CallbackBotChannel:
    """`bubbles` are those that the callback hands out of."""

    def __init__(self, bubbles: Bubbles, rest: Rest, *, fetched_within: float = FETCHED_WITHIN) -> None:
        self._bubbles = bubbles
        self._rest = rest
        self._fetched_within = fetched_within

    @property
    def via(self) -> Via:
        return Via.BOT

    @property
    def pushes(self) -> bool:
        return False

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        if not isinstance(parcel.address, ToAsker | ToCard):
            return UNASKED
        asked = callback_handle(parcel.handle or parcel.address.handle)
        if asked is None:
            return UNASKED
        if isinstance(parcel.content, Attachment) and not _shown(parcel.content, asked):
            return Outcome(Verdict.REFUSED, why="in callback mode the bot shows pictures only, and only in an answer")
        return await self._offer(parcel, asked) or await self._later(parcel, asked)

    async def _offer(self, parcel: Parcel, asked: CallbackHandle) -> Outcome | None:
        """None where it must go another way."""
        bubble = self._bubbles.of(asked.msg_id)
        if not _fits(parcel, asked) or not bubble.offer(parcel.id, parcel.content):
            return None
        if await happens(bubble.taken, within=self._fetched_within):
            return Outcome(Verdict.DONE)
        if parcel.repeated:
            return Outcome(Verdict.UNKNOWN, why="nobody came for it again: it may have been fetched before")
        bubble.withdraw()
        return None

    async def _later(self, parcel: Parcel, asked: CallbackHandle) -> Outcome:
        if not asked.response_url or asked.asked is Asked.ENTER or isinstance(parcel.content, Attachment):
            return Outcome(Verdict.REFUSED, why="it is too late for this answer, and there is no response_url")
        try:
            await self._rest.post_response(asked.response_url, later(asked, parcel.content, parcel=parcel.id))
        except CallError as error:
            if error.outcome.verdict is Verdict.REFUSED and parcel.repeated:
                return passed_before(error.outcome)
            return replace(error.outcome, form=isinstance(parcel.content, Card) and error.outcome.form)
        return Outcome(Verdict.DONE, receipt=BY_URL)


def _shown(content: Attachment, asked: CallbackHandle) -> bool:
    return content.media is Media.IMAGE and asked.asked is Asked.MESSAGE


def _fits(parcel: Parcel, asked: CallbackHandle) -> bool:
    """A press takes a new face for its card, nothing else."""
    if asked.asked is Asked.PRESS:
        return isinstance(parcel.address, ToCard) and isinstance(parcel.content, Card)
    return True
