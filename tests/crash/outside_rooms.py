"""The app's groups in the world that outlives the bot."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Final

from bot.identifiers import ChatId, UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Room
from tests.app_groups import LOST, AppGroups
from tests.crash.outside import Mode, Outside

SAID: Final = {
    Mode.BUSY: Outcome(Verdict.RETRY, errcode=-1),
    Mode.LOST_BEFORE: LOST,
    Mode.LOST_AFTER: Outcome(Verdict.UNKNOWN, why="timeout"),
    Mode.REFUSED: Outcome(Verdict.REFUSED, errcode=86001),
}


@dataclass(slots=True)
class OutsideRooms:
    """As `bot.shapes.ports.Rooms`: it takes a step to get there, and one to hear of it."""

    outside: Outside

    async def create(self, chat: ChatId, *, name: str, owner: UserId, members: Collection[UserId]) -> None:
        await self._ask(lambda app: app.create(chat, name=name, owner=owner, members=members))

    async def rename(self, chat: ChatId, name: str) -> None:
        await self._ask(lambda app: app.rename(chat, name))

    async def add(self, chat: ChatId, members: Collection[UserId]) -> None:
        await self._ask(lambda app: app.add(chat, members))

    async def remove(self, chat: ChatId, members: Collection[UserId], *, owner: UserId | None = None) -> None:
        await self._ask(lambda app: app.remove(chat, members, owner=owner))

    async def hand_over(self, chat: ChatId, owner: UserId) -> None:
        await self._ask(lambda app: app.hand_over(chat, owner))

    async def room(self, chat: ChatId) -> Room:
        await asyncio.sleep(0)
        return await self.outside.app.room(chat)

    async def _ask(self, call: Callable[[AppGroups], Awaitable[None]]) -> None:
        app, modes = self.outside.app, self.outside.room_modes
        mode = modes[app.calls] if app.calls < len(modes) else Mode.ANSWERED
        app.answers = [SAID[mode]] if mode in SAID else []
        await asyncio.sleep(0)
        await call(app)
        await asyncio.sleep(0)
        if mode is Mode.RAISES:
            raise RuntimeError("the way to WeCom is broken")
