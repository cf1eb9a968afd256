"""`qunwu config`: the configuration as it holds, with what was changed in chat; `drop` takes back what doesn't fit."""

import argparse
import asyncio
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option

if TYPE_CHECKING:
    from bot.config.settings import Settings


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "config",
        help="the configuration with what was changed in chat",
        description="`show` writes the whole as a file, without secrets; `changes` only what was changed in chat;"
        " `drop NAME` takes such a change back, so that the file counts again. A running bot follows within a second.",
        epilog="example: qunwu config drop notices.quiet_from",
    )
    parser.add_argument("action", choices=["show", "changes", "drop"])
    parser.add_argument("name", nargs="?", metavar="NAME", help="as `changes` shows it, e.g. notices.quiet_from")
    config_option(parser)
    parser.set_defaults(call=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    if options.action == "drop" and not options.name:
        options.parser.error("drop what? qunwu config changes lists the names")
    settings = loading.load(options.config)
    if options.action == "drop":
        return asyncio.run(_drop(settings, options.name))
    return asyncio.run(_show(settings, whole=options.action == "show"))


async def _show(settings: "Settings", *, whole: bool) -> int:
    from bot.config.configured import Configured
    from bot.storage.engine.opening import opened
    from bot.storage.upkeep.settings import SettingTable

    async with opened(settings.database.url, settings.audit.keys):
        configured = Configured(settings, await SettingTable().overlay())
    print(configured.as_file() if whole else configured.in_words() or "# nothing was changed in chat")
    return 0


async def _drop(settings: "Settings", name: str) -> int:
    from bot.domain.upkeep.configuration import PREFIX, SettingChange
    from bot.identifiers import UserId
    from bot.shapes.act import Act
    from bot.storage.engine.opening import opened
    from bot.storage.numbers import NumberTable
    from bot.storage.upkeep.settings import SettingTable

    table, now = SettingTable(), datetime.now(settings.zone)

    async def work() -> bool:
        await table.hold()
        overlay = await table.overlay()
        if name not in overlay:
            return False
        by = Act("cli", "config", "命令行", f"config:{now.isoformat()}", now)
        number = await NumberTable().next(PREFIX, now.date())
        await table.add(SettingChange(number, name, None, overlay[name], UserId("cli"), now, UserId("cli")), by=by)
        return True

    async with opened(settings.database.url, settings.audit.keys) as database:
        done = await database.transact(work)
    if not done:
        print(f"{name}：聊天里没有改过这个设置，用 qunwu config changes 看改过哪些", file=sys.stderr)
        return 1
    print(f"{name}：聊天里改的撤掉了，按配置文件算。")
    return 0
