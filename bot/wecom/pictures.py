"""Pictures and documents in messages, fetched before the message goes on: an AI bot's links die within five minutes
(D-100719).

They are fetched side by side, within what the channel's sender waits for; one that can't be had is missing, and its
message goes on without it. What the same person says meanwhile comes after it: words belong to the picture before them.
The app's pictures are fetched by their media id (D-90254), which lives three days.
"""

import asyncio
import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import structlog

from bot.identifiers import FileId, UserId
from bot.shapes.incoming import Incoming, Kind, Picture, Via
from bot.shapes.ports import Intake
from bot.shapes.records.pipeline import Files
from bot.understanding.emergency.heed import heed
from bot.wecom.api.rest import APP_SECRET, CallError, Rest
from bot.wecom.crypto import CryptoError, decrypted_picture
from bot.wecom.fair_share import FairShare, TooManyError
from bot.wecom.safe_fetch import MOST_BYTES, FetchError, SafeFetch

MOST: Final = 10  # of one message
STORED_WITHIN: Final = 1.0  # seconds that the database may take for one
SOON: Final = 0.5  # seconds that a cry for help waits for its pictures
KINDS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")

Check = Callable[[bytes], bytes]

log = structlog.get_logger(__name__)


class Pictures:
    """Wraps an intake. `patience`: seconds that a message may wait for its pictures. `aes_keys`: base64, for those that
    bring none, as in callback mode. `share`: what one sender may have of it."""

    def __init__(
        self,
        intake: Intake,
        files: Files,
        fetch: SafeFetch,
        *,
        rest: Rest | None,
        patience: float,
        aes_keys: Sequence[str] = (),
        soon: float = SOON,
        share: FairShare | None = None,
    ) -> None:
        self._intake = intake
        self._files = files
        self._fetch = fetch
        self._rest = rest
        self._patience = patience
        self._soon = min(soon, patience)
        self._aes_keys = aes_keys
        self._share = share or FairShare()
        self._turns: dict[UserId, asyncio.Future[None]] = {}  # of who has pictures on their way: his last message's

    async def take(self, incoming: Incoming) -> bool:
        """The port `Intake`."""
        before = self._turns.get(incoming.sender)
        if before or incoming.pictures or incoming.documents:
            hurries = incoming.kind is Kind.PRESS or heed(incoming.text)
            incoming = await (self._with_files(incoming) if hurries else self._in_turn(incoming, before))
        return await self._intake.take(incoming)

    async def _in_turn(self, incoming: Incoming, before: asyncio.Future[None] | None) -> Incoming:
        """After what its sender said before, unless that takes longer than anybody waits."""
        loop = asyncio.get_running_loop()
        until, turn = loop.time() + self._patience, loop.create_future()
        self._turns[incoming.sender] = turn
        try:
            incoming = await self._with_files(incoming)
            if before:
                await asyncio.wait([before], timeout=max(0.0, until - loop.time()))
        finally:
            turn.set_result(None)  # whoever comes next hears of it when this one has its place among what is stored
            if self._turns.get(incoming.sender) is turn:
                del self._turns[incoming.sender]
        return incoming

    async def _with_files(self, incoming: Incoming) -> Incoming:
        if incoming.pictures:
            patience = self._soon if heed(incoming.text) else self._patience
            kept = await asyncio.gather(*(self._kept(incoming, each, patience) for each in incoming.pictures[:MOST]))
            incoming = replace(incoming, pictures=(*kept, *incoming.pictures[MOST:]))
        if incoming.documents:
            found = [await self._kept(incoming, each, self._patience, any_kind=True) for each in incoming.documents]
            incoming = replace(incoming, documents=tuple(found))
        return incoming

    async def _kept(self, incoming: Incoming, picture: Picture, patience: float, *, any_kind: bool = False) -> Picture:
        try:
            async with asyncio.timeout(patience), self._share.of(incoming.sender):
                data = await self._data(incoming.via, picture, _anything if any_kind else _checked)
            return await self._stored(picture, data, incoming)
        except (FetchError, CallError, CryptoError, TooManyError, TimeoutError, ValueError) as error:
            log.warning("picture missing", key=incoming.key, why=str(error) or type(error).__name__)
            return picture

    async def _stored(self, picture: Picture, data: bytes, incoming: Incoming) -> Picture:
        """Without it the message goes on all the same: it is taken while the database is away, too."""
        keeping = asyncio.ensure_future(self._files.keep(data, at=incoming.at))
        await asyncio.wait([keeping], timeout=STORED_WITHIN)
        if not keeping.done():
            keeping.add_done_callback(_unheeded)
            raise TimeoutError
        error = keeping.exception()
        if error is None:
            return replace(picture, file=keeping.result())
        log.warning("picture missing", key=incoming.key, why=type(error).__name__)
        return picture

    async def _data(self, via: Via, picture: Picture, checked: Check) -> bytes:
        if via is Via.APP and self._rest and picture.media_id:
            asked = {"media_id": picture.media_id}
            return checked(await self._rest.download(APP_SECRET, "media/get", params=asked, most_bytes=MOST_BYTES))
        data = await self._fetch.get(picture.url, within=self._patience)
        return _opened(data, [picture.aes_key] if picture.aes_key else self._aes_keys, checked)


def _opened(data: bytes, keys: Sequence[str], checked: Check) -> bytes:
    """By the first key that makes of it what is asked for; as it is where there is none. Raises CryptoError or
    ValueError."""
    for number, key in enumerate(keys, 1):
        try:
            return checked(decrypted_picture(data, _key(key)))
        except (CryptoError, ValueError):
            if number == len(keys):
                raise
    return checked(data)


def _anything(data: bytes) -> bytes:
    """Whoever reads a document sees whether it is one."""
    return data


def _checked(data: bytes) -> bytes:
    if not data.startswith(KINDS):
        raise ValueError("no picture")
    return data


def _key(text: str) -> bytes:
    """With or without its padding. Raises ValueError."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise ValueError("a picture's key that is none") from None


def _unheeded(keeping: asyncio.Future[FileId]) -> None:
    """It may still be stored; nobody will name it."""
    if not keeping.cancelled():
        keeping.exception()
