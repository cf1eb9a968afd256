"""The AI bot's uploads over the long connection (D-101463): announced, sent in pieces, finished."""

import base64
import hashlib
from dataclasses import replace
from typing import Final, Protocol

from bot.domain.wording import file_name
from bot.shapes.outgoing import Attachment, Outcome, Verdict
from bot.shapes.records.pipeline import Files
from bot.wecom.aibot.frames import UPLOAD_CHUNK, UPLOAD_FINISH, UPLOAD_INIT, Body
from bot.wecom.api.answers import nothing_happened
from bot.wecom.api.media import GONE
from bot.wecom.texts import NAMELESS

CHUNK: Final = 512 * 1024  # bytes


class Exchange(Protocol):
    """Something that a frame can be sent over."""

    async def exchange(self, cmd: str, body: Body | None = None, *, req_id: str = "") -> Outcome: ...


class LineMedia:
    """Uploads what is to be sent. Nothing is kept: a second upload of a file is rare here."""

    def __init__(self, line: Exchange, files: Files) -> None:
        self._line = line
        self._files = files

    async def uploaded(self, attachment: Attachment) -> Attachment | Outcome:
        """With its media id, or what stands in the way; nobody has seen anything then."""
        data = await self._files.read(attachment.file)
        if data is None:
            return GONE
        outcome = nothing_happened(await self._upload(attachment, data))
        if outcome.verdict is not Verdict.DONE:
            return outcome
        return replace(attachment, media_id=outcome.receipt.get("media_id"))

    async def _upload(self, attachment: Attachment, data: bytes) -> Outcome:
        """The outcome of the last step that was made."""
        pieces = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
        announced = await self._line.exchange(UPLOAD_INIT, _announcement(attachment, data, len(pieces)))
        upload_id = announced.receipt.get("upload_id")
        if announced.verdict is not Verdict.DONE:
            return announced
        for index, piece in enumerate(pieces):
            body = {"upload_id": upload_id, "chunk_index": index, "base64_data": base64.b64encode(piece).decode()}
            sent = await self._line.exchange(UPLOAD_CHUNK, body)
            if sent.verdict is not Verdict.DONE:
                return sent
        return await self._line.exchange(UPLOAD_FINISH, {"upload_id": upload_id})


def _announcement(attachment: Attachment, data: bytes, pieces: int) -> Body:
    return {
        "type": str(attachment.media),
        "filename": file_name(attachment.name) or NAMELESS,
        "total_size": len(data),
        "total_chunks": pieces,
        "md5": hashlib.md5(data, usedforsecurity=False).hexdigest(),
    }
