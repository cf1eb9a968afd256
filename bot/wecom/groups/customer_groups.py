"""Reads customer groups (D-92120, D-92122): the only groups whose nicknames WeCom tells.

The app must be listed under 客户联系 → 可调用接口的应用, and the groups' owners be in its visible range.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from bot.identifiers import UserId, user_id
from bot.shapes.ports import CustomerGroup, CustomerGroupMember, RoomRefused
from bot.wecom.api.rest import APP_SECRET, CallError, Rest

PAGE: Final = 1000
MOST_OWNERS: Final = 100  # of one question
AT_ONCE: Final = 8
OUTSIDER: Final = 2


class AppCustomerGroups:
    """The port `CustomerGroups`. `owners`: whose groups are looked at, as of now."""

    def __init__(self, rest: Rest, owners: Callable[[], Iterable[UserId]]) -> None:
        self._rest = rest
        self._owners = owners

    async def read(self) -> tuple[CustomerGroup, ...]:
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(chat: str) -> CustomerGroup:
            async with gate:
                answer = await self._ask("get", {"chat_id": chat, "need_name": 1})
                return _group(answer.get("group_chat") or {})

        owners = sorted(set(self._owners()))
        asked = [owners[start : start + MOST_OWNERS] for start in range(0, len(owners), MOST_OWNERS)]
        chats = [chat for some in asked for chat in await self._chats(some)]
        return tuple(await asyncio.gather(*map(one, chats)))

    async def _chats(self, owners: Sequence[UserId]) -> list[str]:
        chats, cursor = list[str](), ""
        while True:
            asked = {"status_filter": 0, "owner_filter": {"userid_list": owners}, "cursor": cursor, "limit": PAGE}
            answer = await self._ask("list", asked)
            chats += [str(each["chat_id"]) for each in answer.get("group_chat_list") or () if each.get("chat_id")]
            cursor = str(answer.get("next_cursor") or "")
            if not cursor:
                return chats

    async def _ask(self, method: str, wish: dict[str, Any]) -> dict[str, Any]:
        try:
            return dict(await self._rest.call(APP_SECRET, "POST", f"externalcontact/groupchat/{method}", json=wish))
        except CallError as error:
            raise RoomRefused(error.outcome) from None


def _group(told: dict[str, Any]) -> CustomerGroup:
    members = [_member(each) for each in told.get("member_list") or () if each.get("userid")]
    return CustomerGroup(str(told.get("name") or ""), tuple(members))


def _member(told: dict[str, Any]) -> CustomerGroupMember:
    """Who has set no nickname is shown by his name."""
    outsider = told.get("type") == OUTSIDER
    shown = str(told.get("group_nickname") or told.get("name") or "")
    return CustomerGroupMember(
        UserId(str(told["userid"])) if outsider else user_id(str(told["userid"])), shown, outsider
    )
