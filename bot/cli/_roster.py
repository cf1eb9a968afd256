"""`qunwu import --group`: a list of a group's members, kept for the running bot to compare."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.groups.group import GroupState
from bot.domain.groups.handed_in import HandedIn, read_names
from bot.domain.groups.roster import BY_FILE
from bot.errors import ConfigError, UserError
from bot.files.roster import read
from bot.services.company_book import CompanyBook
from bot.services.groups.rosters.handing_in import ensure_whole
from bot.services.groups.rosters.wanting import JOB
from bot.shapes.act import Act
from bot.storage.engine.opening import opened
from bot.storage.groups.groups import GroupTable
from bot.storage.groups.rosters import RosterTable
from bot.storage.people.directory import DirectoryTable
from bot.storage.queues.jobs import JobTable

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.groups.group import Group

SHOWN = 20  # names of each kind


async def import_roster(settings: "Settings", file: Path, name: str, *, really: bool) -> None:
    """Raises ConfigError: the file, the group, or so few people that it can't be all."""
    names = read(file)
    async with opened(settings.database.url, settings.audit.keys) as database:
        book = CompanyBook(DirectoryTable(), GroupTable(), settings.configured_company())
        await book.refresh()
        group = await _group(name)
        found = read_names(names, group, book.company())
        for line in _described(file, group, found):
            print(line)
        if not really:
            print("还没有改动任何东西。确认无误，加上 --yes 再运行一次。")
            return
        _ensure_whole(group, found)
        now = datetime.now(settings.zone)
        act = Act("cli", "import", "服务器操作", _cause(file), now)
        await database.transact(lambda: _keep(group, found, act))
        print("已交给机器人核对，有疑问的会在工作时间用卡片问群管理员。")


async def _group(name: str) -> "Group":
    group = await GroupTable().named(name)
    if group is None or group.state is not GroupState.IN_USE:
        raise ConfigError([f"没有叫「{name}」的群。群名要写全，新的群先在群里发 /登记群"])
    return group


def _ensure_whole(group: "Group", found: HandedIn) -> None:
    if not found.roster.members and not found.roster.guests:
        raise ConfigError(["一个人都没对上，什么都没有改动"])
    try:
        ensure_whole(group, found.roster)
    except UserError as error:
        raise ConfigError([error.sentence]) from None


async def _keep(group: "Group", found: HandedIn, act: Act) -> None:
    rosters = RosterTable()
    await rosters.keep(group.id, found.roster, told_by=BY_FILE, is_new=True, by=act)
    await rosters.look([group.id])
    await JobTable().hasten(JOB, act.at)


def _cause(file: Path) -> str:
    return f"import:{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"


def _described(file: Path, group: "Group", found: HandedIn) -> Iterator[str]:
    guests = f"，外部 {len(found.roster.guests)} 人" if found.roster.guests else ""
    yield f"{file}：{group.name}，对上 {len(found.roster.members)} 人{guests}，登记的有 {len(group.insiders)} 人"
    for title, names in (("没认出", found.unknown), ("分不清是哪一位", tuple(found.unclear))):
        if names:
            yield f"  {title} {len(names)}：{'、'.join(names[:SHOWN])}{'……' if len(names) > SHOWN else ''}"
