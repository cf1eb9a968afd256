"""Rings somebody's phone (pstncc/call, D-91627) and asks whether he took it (pstncc/getstates, D-91628).

The app must be listed under 紧急通知, which is paid per call; WeCom lets it ring somebody a few times a day only.
"""

from typing import Any

from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused
from bot.wecom.api.errcodes import outcome_of
from bot.wecom.api.rest import CallError, Rest


class AppPhones:
    """The port `Phones`, by the secret of this name."""

    def __init__(self, rest: Rest, secret: str) -> None:
        self._rest = rest
        self._secret = secret

    async def ring(self, user: UserId) -> str:
        told = await self._ask("call", {"callee_userid": [user]})
        state = next(iter(told.get("states") or ()), None)
        if state is None:
            raise OfficeRefused(Outcome(Verdict.UNKNOWN, why="pstncc/call answered without a state"))
        outcome = outcome_of(int(state.get("code") or 0))
        if outcome.verdict is not Verdict.DONE:
            raise OfficeRefused(outcome)
        return str(state.get("callid") or "")

    async def answered(self, user: UserId, call_id: str) -> bool:
        told = await self._ask("getstates", {"callee_userid": user, "callid": call_id})
        return bool(told.get("istalked"))

    async def _ask(self, path: str, wish: object) -> dict[str, Any]:
        try:
            return dict(await self._rest.call(self._secret, "POST", f"pstncc/{path}", json=wish))
        except CallError as error:
            raise OfficeRefused(error.outcome) from None
