"""Encrypted ids of the AI bot into userids, through the app (D-101521): whoever is in its visible range."""

from collections.abc import Mapping, Sequence

from bot.identifiers import UserId, user_id
from bot.wecom.api.rest import APP_SECRET, Rest


class AppUserIds:
    """The port `UserIds`."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def plain(self, ids: Sequence[str]) -> Mapping[str, UserId]:
        """At most 1000 at once. Raises CallError. An id that is plain already is not in the answer."""
        asked = {"open_userid_list": list(ids)}
        answer = await self._rest.call(APP_SECRET, "POST", "batch/openuserid_to_userid", json=asked)
        pairs = (
            (str(row.get("open_userid") or ""), str(row.get("userid") or "")) for row in answer.get("userid_list") or ()
        )
        return {bot_id: user_id(user) for bot_id, user in pairs if bot_id and user}
