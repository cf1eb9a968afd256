"""Who has addressed the AI bot: it may push to those people and groups, and to nobody else (D-101463)."""

from datetime import datetime
from typing import Final

from bot.storage.models.pipeline import Peer

OUT_OF_ORDER: Final = 100  # a row may be committed after that many younger ones


class PeerTable:
    """Held in memory too: it is asked for every parcel."""

    def __init__(self) -> None:
        self._heard: set[str] = set()
        self._last = 0
        self._stored: set[str] = set()  # a first message may be rolled back: only what was found again is sure

    async def load(self) -> None:
        """Again, where other processes may have heard somebody: only what is new is read."""
        rows = await Peer.filter(id__gt=self._last - OUT_OF_ORDER).values_list("id", "peer")
        self._last = max([self._last, *(int(number) for number, _ in rows)])
        self._stored |= {str(peer) for _, peer in rows}
        self._heard |= self._stored

    def heard(self, peer: str) -> bool:
        return peer in self._heard

    async def hear(self, peer: str, at: datetime) -> None:
        if peer in self._stored:
            return
        _, is_new = await Peer.get_or_create({"first_heard": at}, peer=peer)
        self._heard.add(peer)
        if not is_new:
            self._stored.add(peer)
