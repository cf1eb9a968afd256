"""`qunwu parked`: messages that failed and sends whose outcome nobody knows; `retry` has the bot try some again,
`drop` lets them go.

It may be called while the bot runs, which takes the wish up within a second or two.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.cli._shared import Calls, config_option

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.upkeep.workings import Parked
    from bot.shapes.act import Act
    from bot.storage.engine.database import Database
    from bot.storage.queues.parked import ParkedInSpool

    Deed = Callable[[Settings, Database, str], Awaitable[str]]

AUTHORITY = "服务器操作"
UNKNOWN = "nothing parked has this id"
BY_ITSELF = "what lies on this machine's disk is deleted by itself after thirty days, or offered again by retry"
RULES = {
    ("m", "parked"): "a message that failed several times is set aside, and its sender told the ticket",
    ("s", "parked"): "the database refused it after an outage; after thirty days it is deleted",
    ("p", "parked"): "every way to the reader was refused, so it is not tried again by itself",
    ("p", "unknown"): "it may have arrived, and a second copy might be seen, so it is not sent again by itself",
}


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "parked",
        help="what failed, or went out with an unknown outcome",
        description="Lists messages that failed (m…), parcels that were refused or may not have arrived (p…), and"
        " messages on this machine's disk that the database won't have (s…)."
        " `retry ID …` has them tried again; a parcel whose outcome is unknown may then arrive twice."
        " `drop ID …` lets go what somebody has dealt with otherwise.",
        epilog="example: qunwu parked retry p34 p35",
    )
    parser.add_argument("action", nargs="?", choices=["retry", "drop"])
    parser.add_argument("ids", nargs="*", metavar="ID", help="as the list shows them")
    parser.add_argument("--json", action="store_true", help="for scripts: one array")
    config_option(parser)
    parser.set_defaults(call=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    if options.action and not options.ids:
        options.parser.error(f"{options.action} what? qunwu parked lists the ids")
    settings = loading.load(options.config)
    if options.action:
        return asyncio.run(_each(settings, options.ids, _retry if options.action == "retry" else _drop))
    return asyncio.run(_list(settings, as_json=options.json))


async def _each(settings: "Settings", ids: Sequence[str], deed: "Deed") -> int:
    """1 where one of them is none."""
    from bot.storage.engine.opening import opened

    status = 0
    async with opened(settings.database.url, settings.audit.keys) as database:
        for parked_id in dict.fromkeys(ids):
            try:
                print(await deed(settings, database, parked_id))
            except LookupError as error:
                print(f"{parked_id}: {error}", file=sys.stderr)
                status = 1
    return status


async def _retry(settings: "Settings", database: "Database", parked_id: str) -> str:
    """Raises LookupError."""
    from bot.storage.queues.parked import ParkedTable

    with _spooled(settings, database) as spooled:
        wished = await spooled.wish(parked_id)
    if wished or await ParkedTable(database).wish(parked_id, by=_act(settings)):
        return f"{parked_id} will be tried again as soon as the bot runs."
    raise LookupError(UNKNOWN)


async def _drop(settings: "Settings", database: "Database", parked_id: str) -> str:
    """Raises LookupError."""
    from bot.storage.queues.parked import ParkedTable

    if parked_id.startswith("s"):
        raise LookupError(BY_ITSELF)
    table, by = ParkedTable(database), _act(settings)
    if await database.transact(lambda: table.let_go(parked_id, by=by)):
        return f"{parked_id} is let go: it is neither tried again nor listed."
    raise LookupError(UNKNOWN)


def _act(settings: "Settings") -> "Act":
    from bot.shapes.act import Act

    now = datetime.now(settings.zone)
    return Act("cli", "parked", AUTHORITY, f"parked:{now.isoformat()}", now)


async def _list(settings: "Settings", *, as_json: bool) -> int:
    from bot.storage.engine.opening import opened
    from bot.storage.queues.parked import ParkedTable

    async with opened(settings.database.url, settings.audit.keys) as database:
        with _spooled(settings, database) as spooled:
            found = [*await ParkedTable(database).all(), *await spooled.all()]
    if as_json:
        print(json.dumps([_fields(each) for each in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found, settings)))
    return 0


@contextmanager
def _spooled(settings: "Settings", database: "Database") -> "Iterator[ParkedInSpool]":
    """Of this machine, beside PostgreSQL."""
    from bot.storage.queues.parked import ParkedInSpool
    from bot.storage.queues.spool import SpoolFile

    spool = settings.spool
    if spool.file is None or not database.postgres:
        yield ParkedInSpool(None)
        return
    with closing(SpoolFile(spool.file, bot=settings.wecom.name, megabytes=spool.megabytes)) as file:
        yield ParkedInSpool(file)


def _rule(parked: "Parked") -> str:
    return RULES[parked.id[0], parked.outcome]


def _fields(parked: "Parked") -> dict[str, Any]:
    """`{"id", "what", "to", "outcome", "rule", "why", "errcode", "at", "ticket"}`"""
    return asdict(parked) | {"at": parked.at.isoformat(), "rule": _rule(parked)}


def _lines(found: Sequence["Parked"], settings: "Settings") -> Iterator[str]:
    if not found:
        yield "nothing is parked"
    for each in found:
        ticket = f", ticket {each.ticket}" if each.ticket else ""
        errcode = f", errcode {each.errcode}" if each.errcode else ""
        at = each.at.astimezone(settings.zone)
        yield f"{each.id}  {at:%Y-%m-%d %H:%M:%S}  {each.what} for {each.to}: {each.outcome}{ticket}{errcode}"
        yield f"    {each.why or 'no reason is known'}; {_rule(each)}"
