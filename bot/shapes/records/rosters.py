"""Lists of who is in which group, and what the keepers were asked about them."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.domain.groups.doubts import Doubt
from bot.domain.groups.roster import Reading, Roster
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act


class Rosters(Protocol):
    """`want` and `look` only say what is to be done next; a job does it."""

    async def get(self, group: GroupId) -> Reading: ...

    async def keep(
        self, group: GroupId, roster: Roster, *, told_by: UserId | None = None, is_new: bool = False, by: Act
    ) -> None:
        """The newest list; `told_by` handed it in, None where it is WeCom's. It is wanted no more.

        `is_new`: somebody else is to compare it.
        """
        ...

    async def refuse(self, group: GroupId, why: str, *, by: Act) -> None:
        """WeCom didn't tell: the last list stays, and none is wanted until the next round."""
        ...

    async def want(self, groups: Collection[GroupId]) -> None:
        """WeCom is to be asked for their lists."""
        ...

    async def wanted(self) -> Sequence[GroupId]: ...

    async def dismiss_want(self, groups: Collection[GroupId]) -> None:
        """They can't be read, or there is nothing to read any more."""
        ...

    async def look(self, groups: Collection[GroupId]) -> None:
        """Doubts are to be looked for."""
        ...

    async def to_look(self, limit: int) -> Sequence[GroupId]: ...

    async def looked(self, group: GroupId, *, known: bool = True) -> None:
        """`known`: there was something to look at, so that what is found later is news."""
        ...

    async def wish(self, group: GroupId, user: UserId) -> None:
        """He wants to hear what the next list brings."""
        ...

    async def take_wishes(self, group: GroupId) -> Sequence[UserId]: ...

    async def known_doubts(self, group: GroupId) -> Collection[Doubt]:
        """Without their `why`."""
        ...

    async def replace_doubts(self, group: GroupId, found: Sequence[Doubt], *, tell: bool, by: Act) -> Sequence[Doubt]:
        """Those of which nobody was told yet, in their order; the ones that are settled are forgotten.

        `tell`: whoever must know is told now.
        """
        ...

    async def decided(self, group: GroupId, users: Collection[UserId], guest: str = "", *, out: bool, by: Act) -> None:
        """They came, or are `out`, by somebody's decision: no doubt about them is left. Nobody proposes at once that
        who was sent away come back."""
        ...
