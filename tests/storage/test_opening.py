"""A database that can't be opened is one clear line, without its password."""

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.storage.opening import opened


async def test_it_is_made_with_its_tables_and_closed(tmp_path: Path) -> None:
    async with opened(f"sqlite://{tmp_path}/new.sqlite3") as database:
        assert await database.fetch("SELECT count(*) AS rows FROM inbox") == [{"rows": 0}]


@pytest.mark.parametrize("url", ["sqlite:///nowhere/at/all/x.sqlite3", "postgres://me:hunter2@127.0.0.1:1/none"])
async def test_what_cannot_be_opened_says_so(url: str) -> None:
    with pytest.raises(ConfigError) as refused:
        async with opened(url):
            raise AssertionError("opened")
    (line,) = refused.value.problems
    assert line.startswith("database.url: can't be opened")
    assert "hunter2" not in line
