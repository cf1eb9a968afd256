"""`qunwu check`: the doctor. One line for each thing that it looked at, with the next step where something is wrong."""

import argparse
import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, at_port, config_option, port_option, unlogged
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.doctor._finding import Finding

Found = Sequence[tuple[str, "Finding"]]


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "check",
        help="what is wrong with a set-up, and what to do about it",
        description="Asks WeCom, the running bot and the database; changes nothing and shows no secret."
        " ✓ is well, ! works but should be looked at, ✗ must be put right. Exit status 1 if there is a ✗.",
        epilog="example: qunwu check --config config.toml",
    )
    parser.add_argument("--json", action="store_true", help="for scripts: one object")
    parser.add_argument(
        "--take-over",
        action="store_true",
        help="try the AI bot's long connection itself: whoever is connected is pushed off and must be restarted",
    )
    parser.add_argument(
        "--no-connect",
        action="store_true",
        help="leave the long connection alone: for a machine where the bot does not run while it runs on another",
    )
    port_option(parser)
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    found = _found(options.config, options.port, take_over=options.take_over, may_connect=not options.no_connect)
    print(_as_json(found) if options.json else "\n".join(_lines(found)))
    return 1 if _count(found, "fail") else 0


def _found(path: Path, port: int | None = None, *, take_over: bool, may_connect: bool) -> Found:
    from bot.config import loading
    from bot.doctor.configuration import broken

    try:
        settings = at_port(loading.load(path), port)
    except ConfigError as error:
        return [("configuration", finding) for finding in broken(error.problems)]
    with unlogged():  # it is what the findings say
        return asyncio.run(_examined(settings, path, take_over=take_over, may_connect=may_connect))


async def _examined(settings: "Settings", path: Path, *, take_over: bool, may_connect: bool) -> Found:
    from bot.doctor import examine
    from bot.doctor._patient import patient

    async with patient(settings, path, take_over=take_over, may_connect=may_connect) as examined:
        return await examine(examined)


def _count(found: Found, level: str) -> int:
    return sum(finding.level == level for _, finding in found)


def _lines(found: Found) -> list[str]:
    numbers = f"{_count(found, 'ok')} 项正常，{_count(found, 'warn')} 项留意，{_count(found, 'fail')} 项要处理"
    return [*(finding.line for _, finding in found), numbers]


def _as_json(found: Found) -> str:
    """`{"ok": …, "findings": [{"check", "level", "name", "says", "next", "errcode"}]}`"""
    findings = [
        {
            "check": check,
            "level": str(finding.level),
            "name": finding.name,
            "says": finding.says,
            "next": finding.advice,
            "errcode": finding.errcode,
        }
        for check, finding in found
    ]
    return json.dumps({"ok": not _count(found, "fail"), "findings": findings}, ensure_ascii=False, indent=1)
