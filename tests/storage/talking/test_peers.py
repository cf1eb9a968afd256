"""Whoever addressed the bot is known, also when the message that told so was rolled back first."""

from datetime import UTC, datetime

import pytest

from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Peer
from bot.storage.talking.peers import PeerTable

NOW = datetime(2026, 11, 22, tzinfo=UTC)


async def test_it_is_remembered_over_a_restart(database: Database) -> None:
    await PeerTable().hear("zhangsan", NOW)
    again = PeerTable()
    await again.load()
    assert again.heard("zhangsan")
    assert not again.heard("lisi")


async def test_a_first_message_that_is_rolled_back_does_not_hide_the_second(database: Database) -> None:
    peers = PeerTable()

    async def fail() -> None:
        await peers.hear("zhangsan", NOW)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await database.transact(fail)
    await peers.hear("zhangsan", NOW)
    await peers.hear("zhangsan", NOW)
    assert await Peer.filter(peer="zhangsan").count() == 1
