"""Where processes that share a database keep WeCom's access tokens, so that one of them fetches for all."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeptToken:
    """`left`: seconds until it is to be renewed."""

    text: str = field(repr=False)
    left: float


class TokenShelf(Protocol):
    """All of it may raise what the database raises."""

    def alone(self, name: str) -> AbstractAsyncContextManager[None]:
        """Inside, no other process fetches this one. Who dies inside is not waited for."""
        ...

    async def read(self, name: str) -> KeptToken | None:
        """None: there is none, or it is to be renewed."""
        ...

    async def write(self, name: str, kept: KeptToken) -> None: ...
