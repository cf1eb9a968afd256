"""What WeCom's own office apps were told, and what they said to it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.office.forms import Filing, FilingState
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

    async def want(self, user: UserId, type_: str, vacation: str, left: Left, *, watched: bool = False) -> None:
        """To be written, where it isn't what was wanted already; or, `watched`, only to be compared."""
        ...

    async def to_write(self, most: int) -> Sequence[Quota]: ...

    async def written(self, quota: Quota, seconds: int, *, by: Act) -> None:
        """WeCom took it. What was wanted meanwhile is still to be written."""
        ...

    async def refused(self, quota: Quota, why: str, *, by: Act) -> None: ...

    async def to_check(self, most: int) -> Sequence[Quota]:
        """Those that were written or are watched, whoever wasn't looked at for the longest coming first."""
        ...

    async def checked(self, quota: Quota, *, seen: int | None) -> None: ...

    async def newly_refused(self) -> Sequence[Quota]:
        """Of whom nobody has been told yet; asked once each."""
        ...

    async def rewrite(self, users: Sequence[UserId] | None, *, by: Act) -> int:
        """Write again what is wanted, of these people or of all; how many balances. Watched ones stay as they are."""
        ...


class Filings(Protocol):
    """Leaves on their way to forms of WeCom's; moments come back in UTC."""

    async def add(self, filing: Filing, *, by: Act) -> None: ...

    async def get(self, number: str) -> Filing | None: ...

    async def waiting(self, most: int) -> Sequence[Filing]:
        """Those to look for, then those to file, the oldest first."""
        ...

    async def begin(self, number: str) -> bool:
        """Before WeCom is called, and outside of any transaction: it is committed at once, so that whoever comes after
        a death looks first. False: somebody else did, or it isn't to be filed any more."""
        ...

    async def filed(self, number: str, sp_no: str, *, by: Act) -> bool:
        """True: the leave was changed meanwhile."""
        ...

    async def refused(self, number: str, *, errcode: int | None, by: Act) -> None: ...

    async def again(self, number: str, *, by: Act) -> bool:
        """WeCom has nothing of it. True: it is to be filed again; False: the leave was called off meanwhile."""
        ...

    async def ripen(self, now: datetime, old: datetime) -> tuple[int, datetime | None]:
        """Whatever is in doubt since `old` is to be looked for; what nobody noted yet is in doubt since `now`. How many
        are to be looked for from now on, and since when the oldest of the others is in doubt."""
        ...

    async def change(self, number: str, *, off: bool, by: Act) -> Filing | None:
        """The leave was changed, or called off: then what hasn't begun is dropped. As it stands afterwards."""
        ...

    async def in_doubt(self, old: datetime) -> Sequence[Filing]:
        """Of which nobody knows since then whether WeCom has it."""
        ...

    async def to_look_at(self, most: int) -> Sequence[Filing]:
        """Forms that wait for their approver there, whichever wasn't looked at for the longest coming first."""
        ...

    async def looked_at(self, number: str, state: FilingState, *, by: Act) -> None: ...

    async def under_way(self, users: Collection[UserId]) -> frozenset[UserId]:
        """Of these people, whose balance in WeCom isn't certain because of a form."""
        ...

    async def retry(self, users: Sequence[UserId] | None, *, by: Act) -> int:
        """File again what was refused, of these people or of all; how many."""
        ...
