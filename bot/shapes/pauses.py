"""Whole channels and interfaces through which nothing passes for a while, since WeCom said so."""

import asyncio
from typing import Protocol


class Pauses(Protocol):
    """By name. Of what sends: a whole channel (`app`, `appchat`) or the route of one conversation (`bot:<chat>`,
    `webhook:<group>`). Of WeCom's interface: a path of the app's (`message/send`), of another secret `<path>@<secret>`.
    """

    def left(self, name: str) -> float:
        """Seconds until something may pass there again; 0: now."""
        ...

    def until(self, name: str) -> float:
        """When the last pause there is over, or was, by the loop's clock; 0: there was none, as far as is known."""
        ...

    async def shut(self, name: str, seconds: float, errcode: int = 0) -> None:
        """From this call on, in this process at once; `errcode`: what WeCom said. Never raises."""
        ...

    async def read(self) -> None:
        """Take up what other processes, or this one before it was started anew, were told."""
        ...


class OwnPauses:
    """Of one process, for as long as it lives."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}  # on the loop's clock

    def left(self, name: str) -> float:
        return max(0.0, self.until(name) - asyncio.get_running_loop().time())

    def until(self, name: str) -> float:
        return self._until.get(name, 0.0)

    async def shut(self, name: str, seconds: float, errcode: int = 0) -> None:
        self.note(name, seconds)

    async def read(self) -> None:
        return

    def note(self, name: str, seconds: float) -> None:
        self._until[name] = max(self.until(name), asyncio.get_running_loop().time() + seconds)
