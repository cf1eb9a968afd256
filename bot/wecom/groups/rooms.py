"""Makes, changes and reads the app's own groups (D-90245, D-98913, D-98914), by wechatpy's methods over our transport.

Which 86xxx WeCom picks for which mistake was never confirmed, so no code is read as anything but "no", with one
exception (86215); whether a repeated call found its work done is decided by looking at the group.
"""

import asyncio
from collections.abc import Awaitable, Collection
from typing import Any, Final

from bot.identifiers import ChatId, UserId, user_id
from bot.shapes.ports import Room, RoomRefused
from bot.wecom.api.rest import APP_SECRET, CallError
from bot.wecom.api.wechatpy_client import Caller, wechatpy_client

EXISTS: Final = 86215
NAME_LIMIT: Final = 50  # characters; WeCom cuts what is longer


class AppRooms:
    """The port `Rooms`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._client: Any = None

    async def create(self, chat: ChatId, *, name: str, owner: UserId, members: Collection[UserId]) -> None:
        everybody = sorted({owner, *members})
        try:
            await self._ask("create", chat, name[:NAME_LIMIT], owner, everybody)
        except RoomRefused as error:
            if error.outcome.errcode != EXISTS or (await self.room(chat)).name != name[:NAME_LIMIT]:
                raise

    async def rename(self, chat: ChatId, name: str) -> None:
        await self._ask("update", chat, name=name[:NAME_LIMIT])

    async def add(self, chat: ChatId, members: Collection[UserId]) -> None:
        """Who is in already is left out: WeCom refuses the whole call for one of them."""
        missing = set(members) - (await self.room(chat)).members
        if missing:
            await self._ask("update", chat, add_user_list=sorted(missing))

    async def remove(self, chat: ChatId, members: Collection[UserId], *, owner: UserId | None = None) -> None:
        leaving = set(members) & (await self.room(chat)).members
        if leaving:
            await self._ask("update", chat, owner=owner, del_user_list=sorted(leaving))

    async def hand_over(self, chat: ChatId, owner: UserId) -> None:
        if (await self.room(chat)).owner != owner:
            await self._ask("update", chat, owner=owner)

    async def room(self, chat: ChatId) -> Room:
        told = await self._ask("get", chat)
        return Room(
            chat=chat,
            name=str(told.get("name") or ""),
            owner=user_id(str(told.get("owner") or "")),
            members=frozenset(user_id(str(member)) for member in told.get("userlist") or ()),
        )

    async def _ask(self, method: str, *wish: Any, **more: Any) -> Any:
        if self._client is None:  # importing wechatpy takes a fifth of a second
            self._client = await asyncio.to_thread(wechatpy_client, self._caller, APP_SECRET)
        asked: Awaitable[Any] = getattr(self._client.appchat, method)(*wish, **more)
        try:
            return await asked
        except CallError as error:
            raise RoomRefused(error.outcome) from None
