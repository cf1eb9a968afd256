"""The rules of groups, version by version, and what each person said to each."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.groups.rules import Consent, ConsentState, RulesVersion, Way
from bot.identifiers import GroupId, TaskId, UserId
from bot.shapes.act import Act


class RulesVersions(Protocol):
    async def latest(self, groups: Collection[GroupId]) -> Mapping[GroupId, RulesVersion]:
        """Of those that have any."""
        ...

    async def get(self, group: GroupId, number: int) -> RulesVersion | None: ...

    async def publish(self, group: GroupId, text: str, *, ask: bool, by: Act) -> RulesVersion:
        """The next version. `ask`: whoever is in the group is to be asked anew."""
        ...

    async def to_enter(self) -> tuple[RulesVersion, str] | None:
        """One whose members are still to be entered as people to ask, and the last who is, in order of userids."""
        ...

    async def entered(self, version: RulesVersion, last: str | None) -> None:
        """None: all of them are."""
        ...


class Consents(Protocol):
    """One for each person and version, at most."""

    async def of_user(self, user: UserId, group: GroupId | None = None) -> Sequence[Consent]:
        """To all versions, the newest first."""
        ...

    async def of_version(self, group: GroupId, number: int) -> Sequence[Consent]: ...

    async def states(self, group: GroupId, number: int) -> Mapping[UserId, ConsentState]:
        """The same of everybody, without its moments: of twenty thousand people those take a second to read."""
        ...

    async def queue(
        self, version: RulesVersion, users: Collection[UserId], *, ask_at: datetime, newcomers: bool, by: Act
    ) -> None:
        """Enter people to ask, but for those who agreed or are asked already; questions about older versions end."""
        ...

    async def to_ask(self, now: datetime, *, people: int) -> Mapping[UserId, Sequence[tuple[Consent, bool]]]:
        """What so many people are to be asked now, in their order; and whether they have just come into that group."""
        ...

    async def next_to_ask(self) -> datetime | None: ...

    async def asked(self, by_card: Mapping[TaskId, Sequence[Consent]], *, by: Act) -> None: ...

    async def end(self, consents: Sequence[Consent], state: ConsentState, *, by: Act) -> None:
        """Nobody waits for these any more: DEEMED, UNTOLD, or VOID."""
        ...

    async def silent_since(self, moment: datetime, *, at_most: int) -> Sequence[tuple[Consent, bool]]:
        """Asked then or before, and no answer yet, the oldest first; and whether the question is known to have got
        through."""
        ...

    async def of_card(self, card: TaskId) -> Sequence[Consent]: ...

    async def agree(self, user: UserId, version: RulesVersion, way: Way, *, by: Act) -> bool:
        """False: he had agreed to it."""
        ...

    async def refuse(self, user: UserId, version: RulesVersion, *, by: Act) -> bool:
        """Also after a yes, which is kept with its moment. False: he had refused it."""
        ...
