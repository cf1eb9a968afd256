"""Whom the AI bot may push to, and the bytes of pictures and files."""

from datetime import datetime
from typing import Protocol

from bot.identifiers import FileId
from bot.shapes.act import Act


class Peers(Protocol):
    async def hear(self, peer: str, at: datetime) -> None:
        """That person or chat has addressed the AI bot."""
        ...


class Files(Protocol):
    """Pictures and files, ours and other people's."""

    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        """The same bytes are kept once. Raises ValueError for more than 20 MB."""
        ...

    async def read(self, file: FileId) -> bytes | None: ...

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """Those kept last before then, unless a message that waits or a record needs them; how many."""
        ...
