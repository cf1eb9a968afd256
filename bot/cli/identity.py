"""`qunwu identity`: who is behind the AI bot's encrypted ids, for a bot whose app can't be asked.

A person whom the bot does not recognise is told his id; an administrator collects them in a table.
"""

import argparse
import asyncio
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.config.settings import Settings
    from bot.identifiers import UserId

AUTHORITY = "服务器操作"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "identity",
        help="who is behind the AI bot's encrypted ids, from a .xlsx or .csv file",
        description="Takes over a table with 加密编号 (what the bot tells whom it does not recognise) and 账号 (the"
        " userid). Entries that are there already are replaced. Without --yes it only says what is in the file.",
        epilog="example: qunwu identity ids.csv --yes",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--yes", action="store_true", help="do it")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading
    from bot.files.identities import read

    settings, pairs = loading.load(options.config), read(options.file)
    print(f"{options.file}：{len(pairs)} 人")
    if options.yes:
        asyncio.run(_learn(settings, pairs))
    else:
        print("还没有改动任何东西。确认无误，加上 --yes 再运行一次。")
    return 0


async def _learn(settings: "Settings", pairs: "Mapping[str, UserId]") -> None:
    from bot.shapes.act import Act
    from bot.storage.engine.opening import opened
    from bot.storage.people.identities import IdentityTable

    by = Act("cli", "identity", AUTHORITY, "qunwu identity", datetime.now(settings.zone))
    async with opened(settings.database.url, settings.audit.keys) as database:
        changed = await database.transact(lambda: IdentityTable().learn(pairs, how="imported", by=by))
    print(f"已登记：{changed} 个新增或有变化。")
