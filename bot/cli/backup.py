"""`qunwu backup FILE`: the whole database in one encrypted file, also while the bot runs."""

import argparse
import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.storage.backups.writing import Made


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "backup",
        help="the whole database in one encrypted file",
        description="Takes a backup while the bot runs. It is closed by the first key of [backup] secret, or by one"
        " that is made beside the SQLite database: keep that elsewhere, without it nobody opens the file. It can be"
        " restored into either kind of database.",
        epilog="example: qunwu backup /mnt/elsewhere/today.qunwu",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="must not be there yet")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    settings = loading.load(options.config)
    if options.file.exists():
        raise ConfigError([f"{options.file} 已经有了，换个名字"])
    made = asyncio.run(_made(settings, options.file))
    print(f"备份好了：{made.path}，{made.tables} 个表 {made.rows} 行，{made.bytes / 1e6:.1f} MB。")
    return 0


async def _made(settings: "Settings", file: Path) -> "Made":
    from datetime import datetime

    from bot.errors import unreadable
    from bot.storage.backups.keys import NEEDED, backup_key, own_keys
    from bot.storage.backups.writing import UnkeptError, back_up
    from bot.storage.engine.opening import opened

    url = settings.database.url
    if (key := backup_key(url, settings.backup.keys)) is None:
        raise ConfigError([NEEDED])
    async with opened(url, settings.audit.keys) as database:
        try:
            return await back_up(database, url, file, key, own_keys(url), at=datetime.now(settings.zone))
        except UnkeptError:
            raise ConfigError(["[database] url：在内存里的数据库没有可以备份的"]) from None
        except FileNotFoundError:
            raise ConfigError([f"{file.parent}：没有这个文件夹"]) from None
        except OSError as error:
            raise ConfigError([f"{file} 写不进去：{unreadable(error)}（{os.strerror(error.errno or 0)}）"]) from None
