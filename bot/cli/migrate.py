"""`qunwu migrate`: the tables brought to the version of this program, which a start does as well."""

import argparse
import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.storage.schema.upgrading import Applied


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "migrate",
        help="the tables brought to the version of this program",
        description="Changes the tables, a version at a time; each is done whole or not at all, and a call that was"
        " broken off is said again. A start of the bot does the same: for large databases do it before. --check changes"
        " nothing, and ends with 1 if something is to be done.",
        epilog="example: qunwu migrate --config config.toml",
    )
    parser.add_argument("--check", action="store_true", help="only say which versions are there")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading
    from bot.storage.schema.versions import versions

    settings = loading.load(options.config)
    there = asyncio.run(_seen(settings) if options.check else _brought(settings))
    known = versions(postgres=settings.database.url.startswith("postgres"))
    for each in there:
        print(f"{each.number:4} {each.name}，{_said(each.at, settings)}")
    missing = [each for each in known if each.number > len(there)]
    for version in missing:
        print(f"{version.number:4} {version.name}，还没有")
    return 1 if missing else 0


async def _brought(settings: "Settings") -> "Sequence[Applied]":
    from bot.storage.engine.opening import opened
    from bot.storage.schema.upgrading import applied

    async with opened(settings.database.url, settings.audit.keys) as database:
        return await applied(database)


async def _seen(settings: "Settings") -> "Sequence[Applied]":
    from bot.storage.engine.database import Database
    from bot.storage.engine.trouble import trouble
    from bot.storage.schema.upgrading import applied

    try:
        database = await Database.open(settings.database.url)
        try:
            return await applied(database)
        finally:
            await database.close()
    except Exception as error:
        if (found := trouble(error)) is None:
            raise
        raise ConfigError([f"[database] url：{found.says}。{found.advice}"]) from error


def _said(at: int, settings: "Settings") -> str:
    from datetime import datetime

    return f"{datetime.fromtimestamp(at / 1000, settings.zone):%Y-%m-%d %H:%M}"
