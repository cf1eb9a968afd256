"""Reads who punched (checkin/getcheckindata, D-90262). Places, networks, devices and pictures are not kept.

The app must be listed under 打卡 → 可调用接口的应用; a company of before December 2023 may have a secret of 打卡's own.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Any, Final

from bot.domain.attendance.punching import HABIT, Stamp
from bot.identifiers import UserId, user_id
from bot.shapes.ports import OfficeRefused, Punched
from bot.wecom.api.rest import CallError, Rest

MOST_PEOPLE: Final = 100
EVERYTHING: Final = 3  # on duty and outside
UNKNOWN_PERSON: Final = 301021
_COMES_IN: Final = {"上班打卡": True, "下班打卡": False, "外出打卡": None}
_NOT_MADE: Final = "未打卡"  # WeCom has a row for a punch that is missing as well


class AppPunches:
    """The port `Punches`. `wanted`: whose are looked at, as of a moment; `now`: the company's clock."""

    def __init__(
        self,
        rest: Rest,
        secret: str,
        wanted: Callable[[datetime], Collection[UserId]],
        now: Callable[[], datetime],
    ) -> None:
        self._rest = rest
        self._secret = secret
        self._wanted = wanted
        self._now = now

    async def read(self) -> Punched:
        now = self._now()
        users, found = sorted(self._wanted(now)), list[Stamp]()
        for start in range(0, len(users), MOST_PEOPLE):
            found += await self._of(users[start : start + MOST_PEOPLE], now)
        return Punched(now, tuple(found))

    async def _of(self, users: Sequence[UserId], now: datetime) -> Sequence[Stamp]:
        """One that the app may not see spoils the question for all, so they are then asked for by halves."""
        try:
            return list(_stamps(await self._ask(users, now), now.tzinfo))
        except OfficeRefused as refused:
            if refused.outcome.errcode != UNKNOWN_PERSON:
                raise
        if len(users) == 1:
            return []
        half = len(users) // 2
        return [*await self._of(users[:half], now), *await self._of(users[half:], now)]

    async def _ask(self, users: Sequence[UserId], now: datetime) -> dict[str, Any]:
        wish = {
            "opencheckindatatype": EVERYTHING,
            "starttime": int((now - HABIT).timestamp()),
            "endtime": int(now.timestamp()),
            "useridlist": list(users),
        }
        try:
            return dict(await self._rest.call(self._secret, "POST", "checkin/getcheckindata", json=wish))
        except CallError as error:
            raise OfficeRefused(error.outcome) from None


def _stamps(answer: dict[str, Any], zone: tzinfo | None) -> Iterator[Stamp]:
    for row in answer.get("checkindata") or ():
        kind, exception = str(row.get("checkin_type") or ""), str(row.get("exception_type") or "")
        if kind in _COMES_IN and _NOT_MADE not in exception and row.get("checkin_time"):
            at = datetime.fromtimestamp(int(row["checkin_time"]), zone)
            yield Stamp(user_id(str(row["userid"])), at, _COMES_IN[kind])
