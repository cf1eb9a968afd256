"""`qunwu import`: people and departments from a staff list, for a bot that can't read the contacts by itself.

It may be called while the bot runs: the bot notices the new directory within a second or two.
"""

import argparse
import asyncio
import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.people import Person
    from bot.domain.staff_list import Difference, StaffList

SHOWN = 20  # people of each kind
AUTHORITY = "服务器操作"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "import",
        help="people and departments from a .xlsx or .csv file",
        description="Takes a staff list over: WeCom's export of the contacts, or a table with 姓名, 账号 and 部门."
        " Whoever is not in it counts as gone. Without --yes it only says what would change.",
        epilog="example: qunwu import contacts.xlsx --yes",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--yes", action="store_true", help="do it")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    settings = loading.load(options.config)
    if settings.wecom.app or settings.wecom.contacts:
        print(
            "note: the bot reads WeCom's contacts itself, each night, and what it reads replaces this", file=sys.stderr
        )
    asyncio.run(_import(settings, options.file, really=options.yes))
    return 0


async def _import(settings: "Settings", file: Path, *, really: bool) -> None:
    from bot.directory_file import read
    from bot.domain.staff_list import StaffList, difference, staff_list
    from bot.shapes.act import Act
    from bot.storage.directory import DirectoryTable
    from bot.storage.opening import opened

    entries, table = read(file), DirectoryTable()
    async with opened(settings.database.url) as database:
        old = StaffList(await table.departments(), await table.people())
        new = staff_list(entries, old.departments)
        change = difference(old, new)
        for line in _described(file, new, change):
            print(line)
        if not change or not really:
            print("Nothing was changed. Once more with --yes does it." if change else "All of it is known already.")
            return
        act = Act("cli", "import", AUTHORITY, _cause(file), datetime.now(settings.zone))
        await database.transact(lambda: table.replace(new.departments, new.people, by=act))
        print("Done.")


def _cause(file: Path) -> str:
    return f"import:{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"


def _described(file: Path, new: "StaffList", change: "Difference") -> Iterator[str]:
    yield f"{file}: {len(new.people)} people, {len(new.departments)} departments"
    yield from _listed("new", [_known_as(person) for person in change.added])
    yield from _listed("changed", [_known_as(after) for _, after in change.changed])
    yield from _listed("gone", [_known_as(person) for person in change.left])
    yield from _listed("new departments", change.departments_added)
    yield from _listed("departments that are gone", change.departments_left)
    if change.leaders_changed:
        yield "  other heads of departments"


def _listed(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = "…" if len(names) > SHOWN else ""
        yield f"  {title}: {len(names)} ({', '.join(names[:SHOWN])}{more})"


def _known_as(person: "Person") -> str:
    return f"{person.name} {person.user_id}"
