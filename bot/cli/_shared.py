"""What several calls have in common."""

import argparse
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bot.storage.database import Database

Calls: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

DEFAULT_CONFIG = Path("config.toml")


def config_option(parser: argparse.ArgumentParser) -> None:
    """`--config FILE`, for a call that needs the bot's configuration."""
    parser.add_argument("--config", type=Path, default=DEFAULT_CONFIG, metavar="FILE", help="default: ./config.toml")


@asynccontextmanager
async def opened_database(url: str) -> AsyncIterator["Database"]:
    """The bot's database, beside the bot: a short transaction of ours makes it wait, and the other way round."""
    from bot.storage.database import Database

    database = await Database.open(url)
    try:
        await database.create_schema()
        yield database
    finally:
        await database.close()
