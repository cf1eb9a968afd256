"""What was changed of the configuration in chat, and how far the first set-up is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.upkeep.configuration import Overlay, SettingChange
from bot.domain.upkeep.setup import StepState
from bot.shapes.act import Act


class Settings(Protocol):
    """Only ever added to: the last word on each setting counts."""

    async def hold(self) -> None:
        """Nobody else changes anything before this transaction ends."""
        ...

    async def add(self, change: SettingChange, *, by: Act) -> None: ...

    async def overlay(self) -> Overlay:
        """What all changes come to."""
        ...

    async def get(self, number: str) -> SettingChange | None: ...

    async def last(self, key: str) -> SettingChange | None:
        """The newest of a setting."""
        ...

    async def newest(self, most: int) -> Sequence[SettingChange]: ...


class Setup(Protocol):
    async def since(self) -> datetime | None:
        """When the bot first did anything here."""
        ...

    async def progress(self) -> Mapping[str, StepState]: ...

    async def put(self, step: str, state: StepState, *, by: Act) -> None: ...
