"""What people call themselves in groups, and what is wrong with it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.domain.nicknames.cases import NicknameCase
from bot.domain.nicknames.known import Known, Reading, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act


class Nicknames(Protocol):
    """What people call themselves, as far as it is known."""

    async def declare(self, known: Known, *, by: Act) -> None:
        """In place of what that source said of that person in that group before."""
        ...

    async def replace(self, group: GroupId, source: Source, known: Sequence[Known], *, by: Act) -> None:
        """All that this source says of the group."""
        ...

    async def of_groups(self, groups: Collection[GroupId]) -> Sequence[Known]:
        """The newest of everybody in each of these groups, and what was said of all groups."""
        ...

    async def of_all(self) -> Sequence[Known]: ...

    async def users_of(self, nickname: str) -> Collection[UserId]:
        """Who uses it anywhere, however it is written."""
        ...

    async def note_reading(self, reading: Reading, *, by: Act) -> None: ...

    async def readings(self) -> Mapping[GroupId, Reading]: ...

    async def wish(self, group: GroupId, user: UserId) -> None:
        """He wants a report once the group was read."""
        ...

    async def take_wishes(self, group: GroupId) -> Sequence[UserId]:
        """Whoever wants one; they are fulfilled now."""
        ...


class NicknameCases(Protocol):
    async def open_ones(self) -> Sequence[NicknameCase]: ...

    async def save(self, cases: Sequence[NicknameCase], *, by: Act) -> None:
        """New ones, and known ones that went a step further."""
        ...

    async def close(self, cases: Sequence[NicknameCase], *, by: Act) -> None:
        """They were put right, or there is nothing left to put right."""
        ...
