"""`qunwu verify-audit`: whether anybody changed, cut, moved or put in anything of the trail since the bot wrote it."""

import argparse
import asyncio
import json
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli._shared import Calls, config_option
from bot.errors import ConfigError, unreadable

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.audit.breaks import Verdict
    from bot.storage.engine.database import Database

_HEADS_AFTER = 2 * 24 * 3600 * 1000  # ms from the first link to the last
FIND_KEY = (
    "先找回密钥：从备份恢复，或者加回 [audit] secret，新的在前。"
    "确实找不回，用 --lost-key 名字 --why 经过 登记丢失（docs/operating.md）。"
)
NEXT = "先别删也别改：停下机器人，留一份数据库的拷贝，再和备份比对。"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "verify-audit",
        help="whether the trail is what the bot wrote",
        description="Goes along the chain over the trail and finds what was changed, deleted, moved or put in. Only a"
        " head that lies elsewhere shows that the end was cut off: those of [audit] head_file are compared anyway."
        " Exit status 1 if anything is wrong. The bot may run meanwhile.",
        epilog="example: qunwu verify-audit --head 12345:3f2a9c0d5e6b7a81",
    )
    parser.add_argument(
        "--head", metavar="FILE|SEQ:HASH", help="instead of [audit] head_file; HASH: as posted, 16 digits or more"
    )
    parser.add_argument(
        "--lost-key",
        metavar="NAME",
        help="put down for good that this key is gone: what it signed can't be checked, nor changed unseen from now on",
    )
    parser.add_argument("--why", default="", help="with --lost-key: how it was lost, and who says so")
    parser.add_argument("--json", action="store_true", help="for scripts: one object, with all that is wrong")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    settings = loading.load(options.config)
    anchors = _anchors(options.head, settings)
    verdict = asyncio.run(_verified(settings, anchors, options.lost_key, options.why))
    if options.json:
        print(json.dumps(_fields(verdict), ensure_ascii=False, indent=1))
    elif verdict.breaks:
        print(_broken(verdict), file=sys.stderr)
    else:
        print(_said(verdict, settings.zone))
    return 1 if verdict.breaks else 0


async def _verified(settings: "Settings", anchors: Mapping[int, str], lost: str | None, why: str) -> "Verdict":
    from bot.storage.audit.verifying import verify
    from bot.storage.audit.writing_off import write_off
    from bot.storage.engine.opening import opened

    async with opened(settings.database.url, _keys(settings)) as database:
        await database.read_anything()
        if database.keyring is None:
            raise ConfigError(["[audit] secret_file：没有密钥，审计链没法核对。几个进程共用的 PostgreSQL 要自己配一个"])
        if lost:
            if _is_gone(settings):
                raise ConfigError(["现在没有密钥：先启动一次机器人，它会生成新的，再登记丢了的那一把。"])
            await write_off(database, database.keyring, lost, why, datetime.now(settings.zone))
        verdict = await verify(database, database.keyring, anchors)
        return await _with_heads(database, verdict, settings)


async def _with_heads(database: "Database", verdict: "Verdict", settings: "Settings") -> "Verdict":
    """A file of heads that the configuration names is there once the chain is two days old."""
    from bot.domain.audit.breaks import Break, Wrong

    path = settings.audit.head_file
    (row,) = await database.fetch("SELECT MIN(at) AS first, MAX(at) AS last FROM chain")
    if path is None or path.exists() or row["first"] is None:
        return verdict
    return (
        verdict
        if row["last"] - row["first"] < _HEADS_AFTER
        else replace(verdict, breaks=[*verdict.breaks, Break(Wrong.NO_HEADS)])
    )


def _keys(settings: "Settings") -> Sequence[bytes]:
    """Whoever looks makes no key: where its file is gone, nobody has it, and the doctor has to see that."""
    from bot.storage.privacy.sealing import KEY_BYTES

    return settings.audit.keys or ((secrets.token_bytes(KEY_BYTES),) if _is_gone(settings) else ())


def _is_gone(settings: "Settings") -> bool:
    from bot.storage.audit.audit_key import audit_key_path

    path = audit_key_path(settings.database.url)
    return not settings.audit.keys and path is not None and not path.exists()


def _broken(verdict: "Verdict") -> str:
    from bot.domain.audit.breaks import Wrong

    more = f"一共 {_many(verdict)} 处，用 --json 看全部。" if len(verdict.breaks) > 1 else ""
    if all(each.wrong is Wrong.NO_KEY for each in verdict.breaks):
        return f"审计记录有的没法核对。{verdict.breaks[0].said}{more}{FIND_KEY}"
    if verdict.head is None and all(each.wrong is Wrong.FOREIGN for each in verdict.breaks):
        said = f"审计链还是空的，{_many(verdict)} 条记录没有密钥的签名，多半是配上密钥以前写的，现在没法核对。"
        return f"{said}启动机器人，它会照现在的样子收进来，再核对一次。"
    return f"审计记录被动过。{verdict.breaks[0].said}{more}{NEXT}"


def _anchors(written: str | None, settings: "Settings") -> Mapping[int, str]:
    """Raises ConfigError."""
    from bot.domain.audit.heads import read_head, read_heads

    if written and (head := read_head(written)):
        return dict([head])
    path = Path(written) if written else settings.audit.head_file
    if path is None or (written is None and not path.exists()):
        return {}
    try:
        return read_heads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError([f"--head {path}：既不是 序号:哈希（哈希至少 16 位），也没有这个文件"]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path} {unreadable(error)}"]) from None
    except ValueError as error:
        raise ConfigError(
            [f"{path} 第 {error} 行不是链头：要写 时间 序号 哈希；只核对一个，写 --head 序号:哈希"]
        ) from None


def _said(verdict: "Verdict", zone: tzinfo) -> str:
    from bot.domain.audit.heads import SHOWN

    head = verdict.head
    if head is None:
        return "审计链还是空的：机器人启动后才会接上第一条。"
    at = head.at.astimezone(zone)
    parts = [f"审计记录完整：{verdict.links} 条，链头 {head.seq}:{head.hash[:SHOWN]}（{at:%Y-%m-%d %H:%M}）"]
    if verdict.anchors:
        parts.append(f"和另存的 {verdict.anchors} 个链头都对得上")
    else:
        parts.append("没有拿另存的链头来比，末尾有没有被截掉看不出来")
    if verdict.erased:
        parts.append(f"{verdict.erased} 条依法抹去了个人信息")
    parts += [each.said for each in verdict.lost]
    if verdict.taken_in:
        parts.append(f"{verdict.taken_in} 条是有密钥以前写的，照当时的样子收进来，核对不了更早的改动")
    if verdict.waiting:
        parts.append(f"还有 {verdict.waiting} 条等着接上")
    return "；".join(parts) + "。"


def _many(verdict: "Verdict") -> str:
    from bot.domain.audit.checking import MOST

    return f"{MOST} 多" if len(verdict.breaks) > MOST else str(len(verdict.breaks))


def _fields(verdict: "Verdict") -> Mapping[str, Any]:
    """`{"ok", "links", "head": {"seq", "hash", "at"}, "erased", "waiting", "anchors", "lost": […], "breaks": […]}`"""
    head = verdict.head
    return {
        "ok": not verdict.breaks,
        "links": verdict.links,
        "head": {"seq": head.seq, "hash": head.hash, "at": head.at.isoformat()} if head else None,
        "erased": verdict.erased,
        "waiting": verdict.waiting,
        "anchors": verdict.anchors,
        "taken_in": verdict.taken_in,
        "lost": [dict(each.details) for each in verdict.lost],
        "breaks": [
            {"kind": each.wrong.name.lower(), "seq": each.seq, "entry": each.entry, "says": each.said}
            for each in verdict.breaks
        ],
    }
