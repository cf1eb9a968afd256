"""Who is here: the directory, and what is known of the people in it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.nicknames.others import Doubted
from bot.domain.people import Department, DirectoryChange, Person
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.shapes.act import Act


class Directory(Protocol):
    async def replace(self, departments: Sequence[Department], people: Sequence[Person], *, by: Act) -> DirectoryChange:
        """Make the directory say what was read; people who are gone become inactive."""
        ...

    async def people(self) -> Sequence[Person]:
        """All who were ever read."""
        ...

    async def doubt(self, gone: int, *, by: Act) -> bool:
        """Put down that so many are missing that nobody believes it; False: somebody was told within a day."""
        ...

    async def believe(self, *, by: Act) -> None:
        """Somebody says that they have left: for a few minutes, whatever is read is true."""
        ...

    async def is_believed(self, now: datetime) -> bool: ...


class NameDoubts(Protocol):
    """What is odd in the directory's names and aliases; a doubt that is told once is not told again."""

    async def replace(self, doubts: Sequence[Doubted], *, by: Act) -> None:
        """All that is odd now; what is not among it was put right."""
        ...

    async def untold(self) -> Sequence[Doubted]: ...

    async def mark_told(self, *, by: Act) -> None: ...


class RoleHolders(Protocol):
    """Who held which role when somebody last looked."""

    async def known(self) -> Mapping[Role, frozenset[UserId]]:
        """Empty before the first look."""
        ...

    async def keep(self, held: Mapping[Role, Collection[UserId]], *, by: Act) -> None: ...


class Identities(Protocol):
    """Whom the AI bot's encrypted ids stand for."""

    def user_of(self, bot_id: str) -> UserId | None: ...

    async def learn(self, pairs: Mapping[str, UserId], *, how: str, by: Act) -> int:
        """How many were new or different."""
        ...

    async def refresh(self) -> None:
        """Take up what was learnt, here or by another process."""
        ...
