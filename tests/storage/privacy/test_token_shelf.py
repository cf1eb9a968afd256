"""Processes that share a PostgreSQL fetch one token for all of them, and it lies there under the seal."""

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.shapes.outgoing import Outcome
from bot.shapes.token_shelf import KeptToken
from bot.storage.engine.database import Database
from bot.storage.privacy.sealing import Seal
from bot.storage.privacy.token_shelf import SharedTokens
from bot.wecom.api.tokens import Token, TokenBox

pytestmark = pytest.mark.postgres

SEAL = Seal.fresh()
NAME = "0f3a"
CUT_OFF = "SELECT pg_terminate_backend(pid, 1000) FROM pg_locks WHERE locktype = 'advisory' AND granted"


@dataclass(slots=True)
class WeCom:
    """Counts; its tokens live for `life` seconds."""

    life: float = 7200.0
    fetched: int = 0
    hangs: asyncio.Event = field(default_factory=asyncio.Event)

    async def fetch(self) -> Token | Outcome:
        self.fetched += 1
        await asyncio.sleep(0.02)
        return Token(f"token-{self.fetched}", asyncio.get_running_loop().time() + self.life)

    async def hang(self) -> Token | Outcome:
        self.hangs.set()
        await asyncio.Event().wait()
        raise AssertionError

    def box(self, database: Database, *, seal: Seal = SEAL) -> TokenBox:
        return TokenBox(
            self.fetch, monotonic=asyncio.get_running_loop().time, name=NAME, shelf=SharedTokens(database, seal)
        )


async def test_three_fetch_once_for_each_that_ends(postgres: Database) -> None:
    wecom = WeCom()
    boxes = [wecom.box(postgres) for _ in range(3)]
    assert await asyncio.gather(*(box.get() for box in boxes)) == ["token-1"] * 3
    for turn in range(2, 5):
        for box in boxes:
            box.drop(f"token-{turn - 1}")  # WeCom says 42001 to each of them
        assert await asyncio.gather(*(box.get() for box in boxes)) == [f"token-{turn}"] * 3
    assert wecom.fetched == 4
    assert await wecom.box(postgres).get() == "token-4"  # one that was started anew


async def test_what_is_to_be_renewed_is_not_taken(postgres: Database) -> None:
    wecom = WeCom(life=0.1)
    assert await wecom.box(postgres).get() == "token-1"
    await asyncio.sleep(0.12)
    assert await wecom.box(postgres).get() == "token-2"


async def test_who_dies_while_it_fetches_is_not_waited_for(postgres: Database) -> None:
    wecom = WeCom()
    dying = TokenBox(wecom.hang, monotonic=asyncio.get_running_loop().time, name=NAME, shelf=wecom.box(postgres)._shelf)
    fetching = asyncio.create_task(dying.get())
    await wecom.hangs.wait()
    waiting = asyncio.create_task(wecom.box(postgres).get())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await postgres.fetch(CUT_OFF)
    assert await asyncio.wait_for(waiting, 2) == "token-1"
    await dying.close()
    await fetching


async def test_without_the_table_each_fetches_for_himself(postgres: Database) -> None:
    await postgres.execute("ALTER TABLE access_token RENAME TO gone")
    wecom = WeCom()
    assert [await wecom.box(postgres).get() for _ in range(2)] == ["token-1", "token-2"]
    await postgres.execute("ALTER TABLE gone RENAME TO access_token")


async def test_it_is_sealed_and_another_key_opens_it_not(postgres: Database) -> None:
    await SharedTokens(postgres, SEAL).write(NAME, KeptToken("the-token", 100))
    [row] = await postgres.fetch("SELECT * FROM access_token")
    assert "the-token" not in str(row)
    assert await SharedTokens(postgres, Seal.fresh()).read(NAME) is None
