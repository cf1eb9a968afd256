"""Our pictures and files on their way out: uploaded once (D-90253), then sent by their media id."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from bot.identifiers import FileId
from bot.shapes.outgoing import Attachment, Media, Outcome, Parcel, Verdict
from bot.shapes.records.pipeline import Files
from bot.wecom.api.rest import APP_SECRET, CallError, Rest

LIFETIME: Final = 2 * 86400.0  # seconds; WeCom keeps it for three days
MOST: Final = 1000
GONE: Final = Outcome(Verdict.REFUSED, why="the attachment is not kept any more", form=True)


def by_media_id(attachment: Attachment) -> dict[str, Any]:
    """`msgtype` and the object named like it."""
    return {"msgtype": str(attachment.media), str(attachment.media): {"media_id": attachment.media_id}}


def image(data: bytes) -> dict[str, str]:
    """A picture within a message (D-99110, D-101031): WeCom wants the MD5 of the raw bytes."""
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return {"base64": base64.b64encode(data).decode(), "md5": digest}


async def bytes_of(attachment: Attachment, files: Files) -> bytes:
    """Raises CallError where nothing is kept under its id."""
    data = await files.read(attachment.file)
    if data is None:
        raise CallError(GONE)
    return data


class AppMedia:
    """Of the app, for people and for groups of its own. What was uploaded lately is not uploaded again."""

    def __init__(self, rest: Rest, files: Files, *, monotonic: Callable[[], float]) -> None:
        self._rest = rest
        self._files = files
        self._monotonic = monotonic
        self._known: dict[tuple[Media, FileId, str], tuple[str, float]] = {}

    async def uploaded(self, parcel: Parcel) -> Parcel:
        """The same, its attachment with a media id. Raises CallError; nothing was sent then."""
        if not isinstance(parcel.content, Attachment):
            return parcel
        return replace(parcel, content=replace(parcel.content, media_id=await self._media_id(parcel.content)))

    async def _media_id(self, attachment: Attachment) -> str:
        key = (attachment.media, attachment.file, attachment.name)
        media_id, until = self._known.get(key, ("", 0.0))
        if self._monotonic() >= until:
            data = await bytes_of(attachment, self._files)
            asked = {"type": str(attachment.media)}
            answer = await self._rest.upload(APP_SECRET, "media/upload", params=asked, name=attachment.name, data=data)
            media_id = str(answer.get("media_id"))
            self._note(key, media_id)
        return media_id

    def _note(self, key: tuple[Media, FileId, str], media_id: str) -> None:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = (media_id, self._monotonic() + LIFETIME)
