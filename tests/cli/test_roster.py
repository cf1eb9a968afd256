"""`qunwu import --group`: shown first, kept with --yes for the running bot to compare."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.groups.group import Group
from bot.domain.groups.roster import BY_FILE, Reading
from bot.domain.people import Department, Person
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.groups import GroupTable
from bot.storage.groups.rosters import RosterTable
from bot.storage.people.directory import DirectoryTable
from bot.storage.schema.upgrading import upgrade

BY = Act("a", "test", "测试", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
PEOPLE = [Person(UserId(f"u{number}"), f"员工{name}", 1, (1,)) for number, name in enumerate("甲乙丙丁戊己庚辛")]
GROUP = Group(GroupId("x"), "篮球群", members=frozenset(each.user_id for each in PEOPLE))

Take = Callable[..., int]


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/qunwu.sqlite3"

    async def filled() -> None:
        database = await Database.open(url)
        await upgrade(database)
        await DirectoryTable().replace([Department(1, "公司")], PEOPLE, by=BY)
        await GroupTable().add(GROUP, cause="测试", by=BY)
        await database.close()

    asyncio.run(filled())
    return url


@pytest.fixture
def take(tmp_path: Path, url: str) -> Take:
    config, members = tmp_path / "config.toml", tmp_path / "members.txt"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")

    def take(*names: str, group: str = "篮球群", yes: bool = False) -> int:
        members.write_text("\n".join(names), encoding="utf-8")
        wish = ["--yes"] if yes else []
        return main(["import", str(members), "--group", group, "--config", str(config), *wish])

    return take


def kept(url: str) -> Reading:
    async def read() -> Reading:
        database = await Database.open(url)
        reading = await RosterTable().get(GROUP.id)
        assert await RosterTable().to_look(9) == ([GROUP.id] if reading.is_new else [])
        await database.close()
        return reading

    return asyncio.run(read())


def test_it_shows_first(take: Take, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take("员工甲", "u1", "路人") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{tmp_path}/members.txt：篮球群，对上 2 人，登记的有 8 人",
        "  没认出 1：路人",
        "还没有改动任何东西。确认无误，加上 --yes 再运行一次。",
    ]
    assert kept(url) == Reading(GROUP.id)


def test_it_is_kept_for_the_bot(take: Take, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(*(each.name for each in PEOPLE[1:]), yes=True) == 0
    assert capsys.readouterr().out.endswith("已交给机器人核对，有疑问的会在工作时间用卡片问群管理员。\n")
    reading = kept(url)
    assert reading.roster
    assert len(reading.roster.members) == 7
    assert (reading.told_by, reading.is_new) == (BY_FILE, True)


def test_a_part_of_it_is_no_list(take: Take, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert take("员工甲", yes=True) == 1
    assert "只对上 1 人" in capsys.readouterr().err
    assert kept(url) == Reading(GROUP.id)


def test_no_such_group(take: Take, capsys: pytest.CaptureFixture[str]) -> None:
    assert take("员工甲", group="足球群") == 1
    assert capsys.readouterr().err == "没有叫「足球群」的群。群名要写全，新的群先在群里发 /登记群\n"


def test_nobody_is_recognised(take: Take, capsys: pytest.CaptureFixture[str]) -> None:
    assert take("路人", yes=True) == 1
    assert capsys.readouterr().err == "一个人都没对上，什么都没有改动\n"
