"""Leave balances in WeCom's own 审批 (D-93375, D-93376, D-93377). Writing sets a balance, so it may be repeated.

The app must be listed under 审批 → 可调用接口的应用, and the person be in its visible range.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.domain.office.quotas import Vacation
from bot.identifiers import UserId
from bot.wecom.api.rest import APP_SECRET, CallError, Rest
from bot.wecom.office.refusals import refused

BY_HOUR: Final = 1  # time_attr
REMARK: Final = "群务同步"


class AppVacations:
    """The port `Vacations`."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def kinds(self) -> Sequence[Vacation]:
        told = await self._ask("GET", "getcorpconf")
        return [
            Vacation(int(each["id"]), str(each["name"]), each.get("time_attr") == BY_HOUR)
            for each in told.get("lists") or ()
        ]

    async def left(self, user: UserId) -> Mapping[int, int]:
        told = await self._ask("POST", "getuservacationquota", {"userid": user})
        return {int(each["id"]): int(each["leftduration"]) for each in told.get("lists") or ()}

    async def put(self, user: UserId, vacation: Vacation, seconds: int) -> None:
        wish = {
            "userid": user,
            "vacation_id": vacation.id,
            "leftduration": seconds,
            "time_attr": int(vacation.by_hour),
            "remarks": REMARK,
        }
        await self._ask("POST", "setoneuserquota", wish)

    async def _ask(self, method: str, path: str, wish: object = None) -> dict[str, Any]:
        try:
            return dict(await self._rest.call(APP_SECRET, method, f"oa/vacation/{path}", json=wish))
        except CallError as error:
            raise refused(error.outcome) from None
