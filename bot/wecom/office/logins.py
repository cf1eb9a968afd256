"""Reads who logged in on another device (security/member_oper_log/list, D-100178). Addresses and devices are not kept.

The app needs the right 获取成员操作记录 and a place in 可调用接口应用 there. 600 calls a minute, seven days at most.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any, Final

from bot.domain.security.logins import Login
from bot.identifiers import user_id
from bot.shapes.ports import OfficeRefused
from bot.wecom.api.rest import APP_SECRET, CallError, Rest

BACK: Final = timedelta(hours=3)  # further than the last look: one that was missed is found by the next
PAGES: Final = 20
NEW_DEVICE: Final = 4
SECONDARY: Final = 13


class AppLogins:
    """The port `Logins`. `now`: the company's clock."""

    def __init__(self, rest: Rest, now: Callable[[], datetime]) -> None:
        self._rest = rest
        self._now = now

    async def read(self) -> Sequence[Login]:
        now = self._now()
        found = [login for kind in (NEW_DEVICE, SECONDARY) for login in await self._of(kind, now)]
        return sorted(found, key=lambda each: (each.at, each.user))

    async def _of(self, kind: int, now: datetime) -> list[Login]:
        """Page after page; WeCom doesn't keep to `limit`, so only has_more says whether there is another."""
        found, cursor = list[Login](), ""
        for _ in range(PAGES):
            answer = await self._ask(kind, now, cursor)
            found += _logins(answer, now.tzinfo)
            cursor = str(answer.get("next_cursor") or "")
            if not answer.get("has_more") or not cursor:
                break
        return found

    async def _ask(self, kind: int, now: datetime, cursor: str) -> dict[str, Any]:
        wish: dict[str, Any] = {
            "start_time": int((now - BACK).timestamp()),
            "end_time": int(now.timestamp()),
            "oper_type": kind,
        }
        if cursor:
            wish["cursor"] = cursor
        try:
            return dict(await self._rest.call(APP_SECRET, "POST", "security/member_oper_log/list", json=wish))
        except CallError as error:
            raise OfficeRefused(error.outcome) from None


def _logins(answer: dict[str, Any], zone: tzinfo | None) -> Iterator[Login]:
    for row in answer.get("record_list") or ():
        if row.get("oper_type") in (NEW_DEVICE, SECONDARY) and row.get("userid") and row.get("time"):
            at = datetime.fromtimestamp(int(row["time"]), zone)
            yield Login(user_id(str(row["userid"])), at, secondary=row["oper_type"] == SECONDARY)
