"""What may go along with a notice: a picture or a document, told by its bytes and not by what somebody calls it."""

from typing import Final

from bot.domain.groups.group import Group
from bot.domain.notices.notice import Draft, Enclosure
from bot.domain.wording import file_name
from bot.errors import Code, UserError
from bot.identifiers import FileId

MOST_BYTES: Final = 10 * 1024 * 1024  # of a picture (D-90253); and of what we take from a chat at all
AS_A_FILE: Final = 2 * 1024 * 1024  # a webhook shows no larger picture (D-99110)
LONGEST: Final = 20  # characters of a name, without its end
ONLY: Final = "公告能带 JPG、PNG 图片，或者 PDF、Word、Excel、PPT 文件。这个不是，请转成这样的再发一次。"
TOO_BIG: Final = "公告带的图片和文件最大 10 MB，这个超过了。请压缩后再发，或者放到公司的网盘，公告里写链接。"
_PICTURES: Final = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
_ZIPPED: Final = {b"word/": "docx", b"xl/": "xlsx", b"ppt/": "pptx"}


def ending_of(data: bytes) -> str | None:
    """How its name ends; None: it is nothing that goes along."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK"):
        return next((ending for mark, ending in _ZIPPED.items() if mark in data), None)
    return next((ending for begin, ending in _PICTURES.items() if data.startswith(begin)), None)


def is_table(data: bytes) -> bool:
    return ending_of(data) == "xlsx"


def enclosure_of(data: bytes, file: FileId, draft: Draft) -> Enclosure:
    """It is called like the notice: the name that its sender gave it doesn't reach us. Raises UserError."""
    ending = ending_of(data)
    if ending is None:
        raise UserError(Code.UNSUPPORTED, ONLY)
    if len(data) > MOST_BYTES:
        raise UserError(Code.LIMIT, TOO_BIG)
    stem = file_name(draft.headline)[:LONGEST].strip(" .") or "公告"
    return Enclosure(file, f"{stem}.{ending}", is_picture=ending in _PICTURES.values())


def shown_as_file(enclosure: Enclosure, size: int, rooms: tuple[Group, ...]) -> tuple[Group, ...]:
    """Where a picture comes as a file, since only a webhook reaches the room. `size`: in bytes."""
    if not enclosure.is_picture or size <= AS_A_FILE:
        return ()
    return tuple(room for room in rooms if room.webhook and not (room.app_chat or room.bot_chat))
