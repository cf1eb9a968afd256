"""Processes that share a PostgreSQL open what each of them sealed, whether or not they were given a key."""

import asyncio

import pytest

from bot.storage.engine.database import Database
from bot.storage.privacy.sealing import UnopenableError
from bot.storage.privacy.shared_key import shared_seal

pytestmark = pytest.mark.postgres

OWN, ABOUT = (b"k" * 32,), "leave:1:reason"


async def test_of_two_that_start_at_once_both_have_the_same(postgres: Database) -> None:
    one, other = await asyncio.gather(*(shared_seal(postgres, ()) for _ in range(2)))
    assert other.open_text(one.seal_text("发烧", ABOUT), ABOUT) == "发烧"


async def test_one_that_is_configured_later_seals_and_the_old_one_still_opens(postgres: Database) -> None:
    before = await shared_seal(postgres, ())
    after = await shared_seal(postgres, OWN)
    assert after.open_text(before.seal_text("发烧", ABOUT), ABOUT) == "发烧"
    with pytest.raises(UnopenableError):
        before.open_text(after.seal_text("发烧", ABOUT), ABOUT)


async def test_with_one_from_the_beginning_none_is_kept_in_the_database(postgres: Database) -> None:
    await shared_seal(postgres, OWN)
    assert await postgres.fetch("SELECT id FROM seal_key") == []
