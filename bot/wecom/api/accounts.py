"""Writes members of the directory (D-90195 create, D-90197 update, D-90198 delete), by the contacts-sync secret.

It may write from any address, and read only from those it was used at before August 2022 (48009): then the app's
secret reads, as far as it sees.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from bot.domain.accounts.newcomer import Newcomer
from bot.domain.accounts.works import NAMED, Against
from bot.domain.people import Person
from bot.identifiers import UserId, user_id
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import AccountRefused
from bot.wecom.api.contacts import person_of
from bot.wecom.api.rest import CallError, Rest

SYNC: Final = "contacts"
NOBODY: Final = frozenset({60111, 46004, 40003})
_AGAINST: Final[Mapping[int, Against]] = {
    60102: Against.TAKEN,
    60104: Against.MOBILE,
    60106: Against.EMAIL,
    60111: Against.NOBODY,
    60112: Against.NAME,
    60123: Against.DEPARTMENT,
}

T = TypeVar("T")


class SyncedAccounts:
    """The port `Accounts`. `readers` name the secrets that may read, the one that sees most first."""

    def __init__(self, rest: Rest, *, readers: Sequence[str]) -> None:
        self._rest = rest
        self._readers = readers

    async def find(self, user: UserId) -> Person | None:
        told = await self._read("GET", "user/get", params={"userid": user})
        return person_of(told) if told else None

    async def of_mobile(self, mobile: str) -> UserId | None:
        told = await self._read("POST", "user/getuserid", json={"mobile": mobile})
        return user_id(str(told["userid"])) if told and told.get("userid") else None

    async def create(self, user: UserId, newcomer: Newcomer) -> None:
        await self._write("POST", "user/create", json=_member(user, newcomer))

    async def change(self, user: UserId, change: Mapping[str, str]) -> None:
        wish: dict[str, Any] = {key: value for key, value in change.items() if key in NAMED}
        if "department" in wish:
            number = int(wish["department"])
            wish |= {"department": [number], "main_department": number, "is_leader_in_dept": [0]}
        await self._write("POST", "user/update", json={"userid": user, **wish})

    async def enable(self, user: UserId, *, on: bool) -> None:
        await self._write("POST", "user/update", json={"userid": user, "enable": int(on)})

    async def delete(self, user: UserId) -> None:
        try:
            await self._write("GET", "user/delete", params={"userid": user})
        except AccountRefused as refused:
            if refused.outcome.errcode not in NOBODY:
                raise

    async def _write(self, method: str, path: str, **wish: Any) -> None:
        await _asked(lambda: self._rest.call(SYNC, method, path, **wish))

    async def _read(self, method: str, path: str, **wish: Any) -> Mapping[str, Any] | None:
        """None: there is nobody like that, as far as the secret sees."""
        refused: AccountRefused | None = None
        for secret in self._readers:
            try:
                return await _asked(lambda secret=secret: self._rest.call(secret, method, path, **wish))  # type: ignore[misc]
            except AccountRefused as error:
                if error.outcome.errcode in NOBODY:
                    return None
                if error.outcome.verdict is not Verdict.MISCONFIGURED:
                    raise
                refused = error
        raise refused or AccountRefused(Outcome(Verdict.MISCONFIGURED, why="no secret may read the directory"))


async def _asked(ask: Callable[[], Awaitable[T]]) -> T:
    try:
        return await ask()
    except CallError as error:
        against = _AGAINST.get(error.outcome.errcode, Against.UNTOLD)
        raise AccountRefused(error.outcome, against) from None


def _member(user: UserId, newcomer: Newcomer) -> Mapping[str, Any]:
    return {
        "userid": user,
        "name": newcomer.name,
        "mobile": newcomer.mobile,
        "department": [newcomer.department],
        "main_department": newcomer.department,
        "position": newcomer.position,
        "to_invite": True,
    }
