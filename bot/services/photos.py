"""Photos that others are going to see, without what the phone wrote into them: where it was, whose it is, when."""

import asyncio

from bot.identifiers import FileId
from bot.pictures.photo_marks import bare
from bot.services.approvals.kinds import Desk


async def bared(desk: Desk, file: FileId) -> FileId:
    """The picture alone, kept beside what was sent, which goes with all that nothing names any more."""
    data = await desk.store.files.read(file)
    if data is None:
        return file
    plain = await asyncio.to_thread(bare, data)
    return file if plain == data else await desk.store.files.keep(plain, at=desk.now)
