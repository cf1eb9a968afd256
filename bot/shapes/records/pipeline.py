"""Whom the AI bot may push to, what somebody wrote before, and the bytes of pictures and files."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.identifiers import FileId
from bot.shapes.act import Act


class Peers(Protocol):
    def heard(self, peer: str) -> bool:
        """Whether it ever has."""
        ...

    async def hear(self, peer: str, at: datetime) -> None:
        """That person or chat has addressed the AI bot."""
        ...


class Messages(Protocol):
    """What people wrote, as it was received."""

    async def before(self, cause: str, *, since: datetime) -> Sequence[str]:
        """What the sender of the message `cause` wrote earlier in the same chat, the newest last; of a long time ago
        and many messages ago nothing is found."""
        ...

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        """What was received and said before then and is over goes, of nobody in `held`; how many rows, about `at_most`.
        Fewer: nothing is left. What waits, is parked, or may not have arrived stays."""
        ...


class Files(Protocol):
    """Pictures and files, ours and other people's."""

    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        """The same bytes are kept once. Raises ValueError for more than 20 MB."""
        ...

    async def read(self, file: FileId) -> bytes | None: ...

    async def drop(self, file: FileId, *, by: Act) -> None:
        """Before its time, whoever named it."""
        ...

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """Those kept last before then, unless a message that waits or a record needs them; how many."""
        ...
