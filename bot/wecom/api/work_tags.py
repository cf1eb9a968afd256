"""Writes tags (D-90210…D-90216: list, get, create, addtagusers, deltagusers), by the app's secret: whoever has made a
tag may change it, nobody else (81011)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from bot.domain.tags.rules import TagTerms
from bot.domain.tags.tag import Trouble
from bot.identifiers import UserId, user_id
from bot.shapes.ports import TagRefused
from bot.wecom.api.rest import APP_SECRET, CallError, Rest

AT_ONCE: Final = 1000  # members of one call
NOBODY_VALID: Final = 40070
_TROUBLE: Final[Mapping[int, Trouble]] = {81011: Trouble.FOREIGN, 60011: Trouble.FOREIGN, 40071: Trouble.TAKEN}


class AppTags:
    """The port `Tags`."""

    def __init__(self, rest: Rest, terms: TagTerms) -> None:
        self._rest = rest
        self._terms = terms

    @property
    def terms(self) -> TagTerms:
        return self._terms

    async def all(self) -> Mapping[int, str]:
        listed = (await self._ask("GET", "list")).get("taglist") or ()
        return {int(tag["tagid"]): str(tag.get("tagname") or "") for tag in listed}

    async def members(self, tag: int) -> frozenset[UserId]:
        told = await self._ask("GET", "get", params={"tagid": str(tag)})
        return frozenset(user_id(str(each["userid"])) for each in told.get("userlist") or () if each.get("userid"))

    async def create(self, name: str) -> int:
        return int((await self._ask("POST", "create", {"tagname": name}))["tagid"])

    async def add(self, tag: int, users: Collection[UserId]) -> None:
        await self._change("addtagusers", tag, users)

    async def remove(self, tag: int, users: Collection[UserId]) -> None:
        await self._change("deltagusers", tag, users)

    async def _change(self, path: str, tag: int, users: Collection[UserId]) -> None:
        for some in _portions(users):
            try:
                await self._ask("POST", path, {"tagid": tag, "userlist": some})
            except TagRefused as refused:
                if refused.outcome.errcode != NOBODY_VALID:
                    raise

    async def _ask(
        self, method: str, path: str, wish: object = None, *, params: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        try:
            return dict(await self._rest.call(APP_SECRET, method, f"tag/{path}", params=params, json=wish))
        except CallError as error:
            trouble = _TROUBLE.get(error.outcome.errcode, Trouble.REFUSED)
            raise TagRefused(error.outcome, trouble) from None


def _portions(users: Collection[UserId]) -> Iterator[list[UserId]]:
    ordered = sorted(users)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]
