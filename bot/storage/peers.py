"""Who has addressed the AI bot: it may push to those people and groups, and to nobody else (D-101463)."""

from datetime import datetime

from bot.storage.models import Peer


class PeerTable:
    """Held in memory too: it is asked for every parcel."""

    def __init__(self) -> None:
        self._heard: set[str] = set()
        self._stored: set[str] = set()  # a first message may be rolled back: only what was found again is sure

    async def load(self) -> None:
        peers = await Peer.all().values_list("peer", flat=True)
        self._heard = {str(peer) for peer in peers}
        self._stored = set(self._heard)

    def heard(self, peer: str) -> bool:
        return peer in self._heard

    async def hear(self, peer: str, at: datetime) -> None:
        if peer in self._stored:
            return
        _, is_new = await Peer.get_or_create({"first_heard": at}, peer=peer)
        self._heard.add(peer)
        if not is_new:
            self._stored.add(peer)
