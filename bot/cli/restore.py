"""`qunwu restore FILE`: a database from a backup, into an empty one or instead of one that is put aside."""

import argparse
import asyncio
import json
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option, moment
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.storage.backups.restoring import Restored

RUNNING = "机器人还在运行，先停下它"
OLDER = "这份备份是旧版本的，只能恢复到一张表都没有的 PostgreSQL 里：新建一个空库，把 [database] url 指过去再恢复"
NOT_EMPTY = "数据库里已经有内容。要换掉它，加上 --replace"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "restore",
        help="a database from a backup",
        description="Puts a backup into the database of the configuration, which must be empty and not in use. With"
        " --replace a SQLite database is put aside with its keys, and a PostgreSQL emptied; if anything goes wrong, all"
        " stays as it was. --rehearse restores it aside, looks whether all is there, and throws it away.",
        epilog="example: qunwu restore /mnt/elsewhere/today.qunwu",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--replace", action="store_true", help="whatever is in the database")
    how.add_argument("--rehearse", action="store_true", help="aside; needs no configuration if the key is on stdin")
    parser.add_argument("--key", choices=["-"], help="-: a key in base64 on stdin, instead of the configured one")
    parser.add_argument(
        "--stopped-at",
        type=moment,
        metavar="TIME",
        help="when the bot was last alive, such as 2026-11-23T10:00; without it: now. What fell due until then may have"
        " been said: it is not said again but listed",
    )
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.storage.backups.chest import ChestError
    from bot.storage.backups.files import StillRunningError
    from bot.storage.backups.filling import NotEmptyError
    from bot.storage.backups.restoring import OlderBackupError

    try:
        return _rehearse(options) if options.rehearse else _restore(options)
    except ChestError as error:
        raise ConfigError([f"{options.file}：{error}"]) from None
    except NotEmptyError:
        raise ConfigError([NOT_EMPTY]) from None
    except StillRunningError:
        raise ConfigError([RUNNING]) from None
    except OlderBackupError:
        raise ConfigError([OLDER]) from None
    except FileNotFoundError as error:
        raise ConfigError([f"{error.filename or options.file}：没有这个文件"]) from None
    except OSError as error:
        raise ConfigError([f"{error.filename or options.file}：{error.strerror}"]) from None


def _restore(options: argparse.Namespace) -> int:
    from bot.config import loading

    settings = loading.load(options.config)
    restored = asyncio.run(_restored(options, settings))
    print(f"恢复好了：{restored.taken_at.astimezone(settings.zone):%Y-%m-%d %H:%M} 的备份，{restored.rows} 行。")
    if restored.aside:
        print(f"原来的数据库挪到了 {restored.aside}，确认没问题后再删。")
    if restored.unsure:
        print(
            f"备份时有 {restored.unsure} 条正要发或正要办，可能已经发过、答过：启动后按规则处理，qunwu parked 能看到。"
        )
    print("备份之后到期的提醒可能已经发过，不再发：启动后 qunwu parked 看，qunwu parked retry 编号 补发。求救的照发。")
    if restored.homeless:
        print("审计链的密钥没有地方放：找出原来的 [audit] secret 填上，再启动机器人。")
    return 0


async def _restored(options: argparse.Namespace, settings: "Settings") -> "Restored":
    from bot.shapes.act import Act
    from bot.storage.backups.restoring import Opening, restore

    now = datetime.now(settings.zone)
    by = Act("qunwu restore", "restore", "运维", f"restore:{now.isoformat()}", now)
    stopped_at = options.stopped_at
    if stopped_at and stopped_at.tzinfo is None:
        stopped_at = stopped_at.replace(tzinfo=settings.zone)
    opening = Opening(options.file, _keys(options, settings), settings.audit.keys, stopped_at)
    return await restore(opening, settings.database.url, replaces=options.replace, by=by)


def _keys(options: argparse.Namespace, settings: "Settings | None") -> list[bytes]:
    """Raises ConfigError."""
    from bot.storage.backups.keys import NEEDED, backup_key
    from bot.storage.privacy.key_file import read_key

    if options.key:
        try:
            return [read_key(sys.stdin.readline().strip())]
        except ValueError:
            raise ConfigError(["密钥不对：应当是 32 字节的 base64"]) from None
    assert settings is not None  # noqa: S101 - there is a key, or a configuration
    if settings.backup.keys:
        return list(settings.backup.keys)
    if (key := backup_key(settings.database.url, ())) is None:
        raise ConfigError([NEEDED])
    return [key]


def _rehearse(options: argparse.Namespace) -> int:
    from bot.config import loading
    from bot.storage.backups.rehearsing import rehearse

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was restored lies open: it is not left behind
    settings = None if options.key else loading.load(options.config)
    keys = _keys(options, settings)
    found = asyncio.run(rehearse(options.file, keys, settings.audit.keys if settings else ()))
    print(json.dumps({"ok": not found.problem, "rows": found.rows, "problem": found.problem}, ensure_ascii=False))
    return 1 if found.problem else 0
