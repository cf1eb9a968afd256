"""`qunwu import`: shown first, done with --yes, noticed by the running bot, and in the trail."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.company import Company
from bot.services.company_book import CompanyBook
from bot.storage.engine.database import Database
from bot.storage.groups.groups import GroupTable
from bot.storage.models.operating import Trail
from bot.storage.people.directory import DirectoryTable
from bot.storage.schema.upgrading import upgrade

Import = Callable[..., int]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/qunwu.sqlite3"


@pytest.fixture
def take(tmp_path: Path, url: str) -> Import:
    """Imports a table with the columns 姓名, 账号, 部门."""
    config, staff = tmp_path / "config.toml", tmp_path / "staff.csv"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")

    def take(*rows: str, **options: bool) -> int:
        staff.write_text("\n".join(["姓名,账号,部门", *rows]), encoding="utf-8")
        return main(["import", str(staff), "--config", str(config), *(f"--{name}" for name in options)])

    return take


def test_it_shows_first(take: Import, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take("张三,zhangsan,公司/生产部", "李四,lisi,公司/行政部") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{tmp_path}/staff.csv：2 人，3 个部门",
        "  新增 2：张三 zhangsan、李四 lisi",
        "  新增部门 3：公司、公司/生产部、公司/行政部",
        "还没有改动任何东西。确认无误，加上 --yes 再运行一次。",
    ]
    take("张三,zhangsan,公司/生产部", "李四,lisi,公司/行政部", yes=True)
    assert capsys.readouterr().out.endswith("已导入。\n")
    take("张三,zhangsan,公司/生产部", "李四,lisi,公司/行政部", yes=True)
    assert capsys.readouterr().out.endswith("和现有的一样，没有要改的。\n")


def test_who_is_missing_counts_as_gone(take: Import, capsys: pytest.CaptureFixture[str]) -> None:
    take("张三,zhangsan,公司/生产部", "李四,lisi,公司/生产部", yes=True)
    capsys.readouterr()
    take("张三,zhangsan,公司/生产部", yes=True)
    assert "  离职 1：李四 lisi" in capsys.readouterr().out


def test_a_bad_row_leaves_everything_as_it_was(take: Import, capsys: pytest.CaptureFixture[str]) -> None:
    take("张三,zhangsan,公司/生产部", yes=True)
    assert take("李四,lisi,公司/行政部", ",wangwu,公司", yes=True) == 1
    assert "第 3 行，没有填姓名" in capsys.readouterr().err
    take("张三,zhangsan,公司/生产部")
    assert capsys.readouterr().out.endswith("和现有的一样，没有要改的。\n")


def test_a_bot_with_an_app_reads_the_contacts_itself(
    take: Import, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "config.toml").open("a", encoding="utf-8") as config:
        config.write('[wecom.app]\nagent_id = 1\nsecret = "s"\n[wecom]\ncorp_id = "ww"\n')
    assert take("张三,zhangsan,公司/生产部") == 0
    assert "读到的会取代这次导入" in capsys.readouterr().err


async def test_a_running_bot_notices(take: Import, url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
        book = CompanyBook(DirectoryTable(), GroupTable(), Company())
        await asyncio.to_thread(take, "张三,zhangsan,公司/生产部", yes=True)
        assert await book.refresh()
        assert [person.name for person in book.company().people] == ["张三"]
        await asyncio.to_thread(take, "张三,zhangsan,公司/生产部/一车间", yes=True)
        assert await book.refresh()
        (first, _) = await Trail.all().order_by("id")
        assert (first.actor, first.action, first.authority) == ("cli", "import:directory.replaced", "服务器操作")
    finally:
        await database.close()
