"""`qunwu import`: people and departments from a staff list, for a bot that can't read the contacts by itself.

It may be called while the bot runs: the bot notices the new directory within a second or two. With --group the file is
the list of a group's members, which the running bot compares with its registry.
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
    from bot.shapes.act import Act

SHOWN = 20  # people of each kind
AUTHORITY = "服务器操作"


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "import",
        help="people and departments from a .xlsx or .csv file",
        description="Takes a staff list over: WeCom's export of the contacts, or a table with 姓名, 账号 and 部门."
        " Whoever is not in it counts as gone. Without --yes it only says what would change. With --group: the members"
        " of a group that WeCom doesn't let the bot read, as names, nicknames or accounts; .txt will do too.",
        epilog="example: qunwu import contacts.xlsx --yes, or: qunwu import members.txt --group 项目A工作群 --yes",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--group", metavar="NAME", help="the file has the members of this group")
    parser.add_argument("--yes", action="store_true", help="do it")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading

    settings = loading.load(options.config)
    if options.group:
        from bot.cli._roster import import_roster

        asyncio.run(import_roster(settings, options.file, options.group, really=options.yes))
        return 0
    if settings.wecom.app or settings.wecom.contacts:
        print("注意：机器人每晚会自己读通讯录，读到的会取代这次导入", file=sys.stderr)
    asyncio.run(_import(settings, options.file, really=options.yes))
    return 0


async def _import(settings: "Settings", file: Path, *, really: bool) -> None:
    from bot.domain.staff_list import StaffList, difference, staff_list
    from bot.files.staff_list import read
    from bot.shapes.act import Act
    from bot.storage.engine.opening import opened
    from bot.storage.people.directory import DirectoryTable

    entries, table = read(file), DirectoryTable()
    async with opened(settings.database.url, settings.audit.keys) as database:
        old = StaffList(await table.departments(), await table.people())
        new = staff_list(entries, old.departments)
        change = difference(old, new)
        for line in _described(file, new, change):
            print(line)
        if not change or not really:
            print("还没有改动任何东西。确认无误，加上 --yes 再运行一次。" if change else "和现有的一样，没有要改的。")
            return
        act = Act("cli", "import", AUTHORITY, _cause(file), datetime.now(settings.zone))
        await database.transact(lambda: _take_over(new, act))
        print("已导入。")


async def _take_over(new: "StaffList", act: "Act") -> None:
    """The running bot looks through the groups then: who came, went and moved."""
    from bot.services.groups.rosters.wanting import JOB, SOON
    from bot.storage.groups.groups import GroupTable
    from bot.storage.groups.rosters import RosterTable
    from bot.storage.people.directory import DirectoryTable
    from bot.storage.queues.jobs import JobTable

    await DirectoryTable().replace(new.departments, new.people, by=act)
    await RosterTable().look(list(await GroupTable().versions()))
    await JobTable().hasten(JOB, act.at + SOON)


def _cause(file: Path) -> str:
    return f"import:{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"


def _described(file: Path, new: "StaffList", change: "Difference") -> Iterator[str]:
    yield f"{file}：{len(new.people)} 人，{len(new.departments)} 个部门"
    yield from _listed("新增", [_known_as(person) for person in change.added])
    yield from _listed("有变化", [_known_as(after) for _, after in change.changed])
    yield from _listed("离职", [_known_as(person) for person in change.left])
    yield from _listed("新增部门", change.departments_added)
    yield from _listed("撤销部门", change.departments_left)
    yield from _listed("现有的部门里，上级绕成一圈的（导入后以名单为准）", change.circular)
    if change.leaders_changed:
        yield "  部门负责人有变化"


def _listed(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = "……" if len(names) > SHOWN else ""
        yield f"  {title} {len(names)}：{'、'.join(names[:SHOWN])}{more}"


def _known_as(person: "Person") -> str:
    return f"{person.name} {person.user_id}"
