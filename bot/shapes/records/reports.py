"""Reports of violations; who told of each is found again by himself, told something, and read by nobody."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.moderation.reports.report import Filed, Line, Proof, Report, Told
from bot.identifiers import UserId
from bot.shapes.act import Act


class Reports(Protocol):
    """An `Act` of whoever told a report goes into no log and no trail with his name, nor with his message."""

    async def hold(self, teller: UserId) -> None:
        """Until the transaction ends nothing else that he tells is taken."""
        ...

    async def add(self, report: Report, teller: UserId, *, by: Act) -> None:
        """With the first line of its log."""
        ...

    async def get(self, number: str, now: datetime) -> Report | None: ...

    async def save(self, report: Report, kind: Told, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def note(self, number: str, kind: Told, text: str = "", *, by: Act) -> None: ...

    async def lines(self, number: str) -> Sequence[Line]:
        """In the order in which they were written."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Report]:
        """The oldest first."""
        ...

    async def filed_by(self, teller: UserId, *, since: datetime) -> Sequence[Filed]:
        """The newest first."""
        ...

    async def teller(self, number: str) -> UserId | None:
        """For a message to him, and for nothing that anybody reads. None: the link is cut, or no key here opens it."""
        ...

    def tokens(self, number: str) -> Sequence[str]:
        """What stands for a number where nobody is to read it, by the newest key first: 64 characters each."""
        ...

    async def prove(self, number: str, proof: Proof, *, by: Act) -> bool:
        """False: it is there already."""
        ...

    async def proofs(self, number: str) -> Sequence[Proof]: ...

    async def cut(self, number: str, *, by: Act) -> None:
        """From now on nobody can tell who told it; that he told something protects him for as long as it does."""
        ...

    async def forget(self, number: str, *, unprotected: datetime, by: Act) -> None:
        """All of it; the trail keeps the number and that it went. That somebody told something before `unprotected`
        protects nobody any more, and goes with it; what was told since stays as a stand-in."""
        ...
