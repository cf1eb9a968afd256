"""Whom the AI bot's encrypted ids stand for (D-101521): an explicit map, each entry with how it came to be."""

from collections.abc import Mapping

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.people import IdentityRecord

_SUBJECT = "identities"


class IdentityTable:
    """Held in memory too: it is asked for every message. `refresh` reads what this or another process has learnt."""

    def __init__(self) -> None:
        self._users: dict[str, UserId] = {}
        self._bot_ids: dict[UserId, str] = {}
        self._version = 0

    def user_of(self, bot_id: str) -> UserId | None:
        """The person; None where nobody has said who it is."""
        return self._users.get(bot_id)

    def bot_id_of(self, user: UserId) -> str:
        """What the bot must call him: his encrypted id, or, as for most bots, simply his userid."""
        return self._bot_ids.get(user, user)

    async def refresh(self) -> None:
        version = await trail.latest(_SUBJECT)
        if version == self._version:
            return
        rows = await IdentityRecord.all().order_by("at").values_list("bot_id", "user_id")
        self._users = {str(bot_id): UserId(str(user)) for bot_id, user in rows}
        self._bot_ids = {user: bot_id for bot_id, user in self._users.items()}
        self._version = version

    async def learn(self, pairs: Mapping[str, UserId], *, how: str, by: Act) -> int:
        """How many were new or different; inside a transaction. `how`: converted (by WeCom) or imported."""
        rows = await IdentityRecord.filter(bot_id__in=list(pairs))
        known = {row.bot_id: row.user_id for row in rows}
        changed = {bot_id: user for bot_id, user in pairs.items() if known.get(bot_id) != user}
        for bot_id, user in changed.items():
            await IdentityRecord.update_or_create({"user_id": user, "how": how, "at": by.at}, bot_id=bot_id)
        if changed:
            await trail.record(by, "identity.learnt", _SUBJECT, how=how, people=dict(changed))
        return len(changed)
