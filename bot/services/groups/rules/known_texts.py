"""The text that somebody knows, to compare the new one with; each is read once, since many know the same."""

from typing import Final

from bot.domain.groups.rules import Consent, ConsentState
from bot.identifiers import GroupId
from bot.shapes.store import Store

ANSWERED: Final = (ConsentState.AGREED, ConsentState.REFUSED, ConsentState.DEEMED)


class KnownTexts:
    """For one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[tuple[GroupId, int], str] = {}

    async def before(self, consent: Consent) -> str:
        """What he answered last, else the version before this."""
        number = consent.version - 1
        if number > 1:
            his = await self._store.consents.of_user(consent.user, consent.group)
            number = next((each.version for each in his if each.state in ANSWERED), number)
        return await self._text(consent.group, number)

    async def _text(self, group: GroupId, number: int) -> str:
        key = (group, number)
        if key not in self._texts:
            version = await self._store.rules.get(group, number)
            self._texts[key] = version.text if version else ""
        return self._texts[key]
