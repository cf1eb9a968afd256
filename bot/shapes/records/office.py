"""What WeCom's own office apps were told, and what they said to it."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.office.quotas import Left, Quota
from bot.identifiers import UserId
from bot.shapes.act import Act


class Quotas(Protocol):
    async def changed(self, most: int) -> tuple[Sequence[UserId], int]:
        """Whose ledgers grew since the last `caught_up`, and up to which entry."""
        ...

    async def caught_up(self, entry: int) -> None:
        """0: everybody is looked at anew."""
        ...

    async def want(self, user: UserId, type_: str, vacation: str, left: Left) -> None:
        """To be written, where it isn't what was wanted already."""
        ...

    async def to_write(self, most: int) -> Sequence[Quota]: ...

    async def written(self, quota: Quota, seconds: int, *, by: Act) -> None:
        """WeCom took it. What was wanted meanwhile is still to be written."""
        ...

    async def refused(self, quota: Quota, why: str, *, by: Act) -> None: ...

    async def to_check(self, most: int) -> Sequence[Quota]:
        """Those that were written, whoever wasn't looked at for the longest coming first."""
        ...

    async def checked(self, quota: Quota, *, seen: int | None) -> None: ...

    async def newly_refused(self) -> Sequence[Quota]:
        """Of whom nobody has been told yet; asked once each."""
        ...

    async def rewrite(self, users: Sequence[UserId] | None, *, by: Act) -> int:
        """Write again what is wanted, of these people or of all; how many balances."""
        ...
