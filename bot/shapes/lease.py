"""What one process at a time may do, among those that share a database."""

import asyncio
from typing import Final, Protocol

CONNECTION: Final = "long-connection"  # the name of the lease to be connected as the AI bot


class Lease(Protocol):
    def held(self) -> bool:
        """Whether this process surely has it now; false as soon as somebody else could have taken it."""
        ...

    def elsewhere(self) -> bool:
        """Whether another process that lives had it when it was last looked at."""
        ...

    def pass_on(self, seconds: float) -> None:
        """Let another process have it that wants it; this one does so again after that time."""
        ...

    async def taken(self) -> None:
        """Returns when this process has it."""
        ...

    async def lost(self) -> None:
        """Returns when this process has it no more."""
        ...

    async def gone(self) -> None:
        """Returns when it is known to be another's, or nobody's: not while nobody can be asked."""
        ...


class Sole:
    """The lease of the only process there is."""

    def held(self) -> bool:
        return True

    def elsewhere(self) -> bool:
        return False

    def pass_on(self, seconds: float) -> None:
        return

    async def taken(self) -> None:
        return

    async def lost(self) -> None:
        await asyncio.Event().wait()

    async def gone(self) -> None:
        await asyncio.Event().wait()


SOLE: Final = Sole()
