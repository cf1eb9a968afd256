"""Photos and documents that people send to the bot in private."""

from dataclasses import replace

from bot.shapes.incoming import Kind, Picture
from tests.chat import Chat

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(200))
SCAN = b"%PDF-1.7\n" + bytes(range(100))


async def send(chat: Chat, name: str, data: bytes | None, *, text: str = "", room: str | None = None) -> str:
    """What is said to him for it. None: the bytes could not be had."""
    file = await chat.core.records.files.keep(data, at=chat.clock.now()) if data else None
    message = chat.incoming(name, text, room=room)
    sent, kind = (Picture("https://p/1", file=file),), Kind.TEXT if text else Kind.MEDIA
    given = (
        replace(message, kind=kind, documents=sent) if is_document(data) else replace(message, kind=kind, pictures=sent)
    )
    await chat.core.inbox.take(given)
    await chat.core.settled()
    return "\n".join(f"{f'→{line.to}：' if line.to else ''}{line.words}" for line in chat.said())


def is_document(data: bytes | None) -> bool:
    """What people send as a file, not as a photo."""
    return bool(data) and data.startswith((b"%PDF", b"PK"))
