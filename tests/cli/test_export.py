"""`qunwu export` as an administrator sees it."""

import asyncio
import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.cli import main
from bot.domain.calendar.span import Span
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.people import Department, Person
from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind, Reporter
from bot.identifiers import UserId
from bot.services.leave.seeing.exporting import HEADER, SICKNESS
from bot.services.safety.hazards.exporting import HEADER as HAZARDS
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from bot.storage.people.directory import DirectoryTable
from bot.storage.privacy.data_views import DataViewTable
from bot.storage.safety.hazards import HazardTable
from bot.storage.schema.upgrading import upgrade

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
BEGINS, ENDS = NOW.replace(day=24, hour=8, minute=30), NOW.replace(day=25, hour=18)
LEAVE = LeaveRequest(
    "QJ-20261122-001",
    UserId("=zhangsan"),
    "年假",
    Span(BEGINS.date(), ENDS.date()),
    Decimal(2),
    BEGINS,
    ENDS,
    NOW,
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/qunwu.sqlite3"


def call(tmp_path: Path, url: str, first: str, last: str, *more: str) -> int:
    config = tmp_path / "config.toml"
    config.write_text(
        f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n[roles]\nhr = ["lina"]\n', encoding="utf-8"
    )
    out = str(tmp_path / "leave.xlsx")
    return main(["export", "leave", "--from", first, "--to", last, "--out", out, "--config", str(config), *more])


async def one_leave(url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
        await LeaveTable().add(LEAVE, "看牙", by=Act("zhangsan", "请假", "员工", "test", NOW))
    finally:
        await database.close()


async def somebody_of_hr(url: str) -> None:
    database = await Database.open(url)
    try:
        lina = Person(UserId("lina"), "李娜", 1, (1,))
        await DirectoryTable().replace([Department(1, "公司")], [lina], by=Act("a", "import", "操作员", "test", NOW))
    finally:
        await database.close()


async def views(url: str) -> list[tuple[str, str]]:
    database = await Database.open(url)
    try:
        return [(each.viewer, each.why) for each in await DataViewTable().of(LEAVE.user, NOW, most=5)]
    finally:
        await database.close()


def test_a_spreadsheet_without_formulas_and_reasons(
    tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(one_leave(url))
    assert call(tmp_path, url, "2026-11-01", "2026-11-30") == 0
    assert "1 条请假记录" in capsys.readouterr().out
    file = tmp_path / "leave.xlsx"
    assert file.stat().st_mode & 0o777 == 0o600
    rows = list(load_workbook(io.BytesIO(file.read_bytes())).worksheets[0].iter_rows(values_only=True))
    assert rows[1][:6] == ("QJ-20261122-001", None, "'=zhangsan", None, None, "年假")
    assert "看牙" not in str(rows)
    assert asyncio.run(views(url)) == [("cli", "2026-11-01至2026-11-30")]


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leave.xlsx").write_text("mine")
    assert call(tmp_path, url, "2026-11-01", "2026-11-30") == 1
    assert "还没有" in capsys.readouterr().err
    assert not (tmp_path / "qunwu.sqlite3").exists()
    asyncio.run(one_leave(url))
    assert call(tmp_path, url, "2026-11-01", "2026-11-30") == 1
    assert "已经有这个文件" in capsys.readouterr().err
    assert (tmp_path / "leave.xlsx").read_text() == "mine"


def test_days_the_wrong_way_round(tmp_path: Path, url: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        call(tmp_path, url, "2026-11-30", "2026-11-01")
    assert stopped.value.code == 2


def test_days_of_illness_are_for_hr_alone(tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(one_leave(url))
    assert call(tmp_path, url, "2026-11-01", "2026-11-30", "--as", "zhangsan") == 1
    assert "zhangsan 不是在职的人力资源" in capsys.readouterr().err
    assert not (tmp_path / "leave.xlsx").exists()
    assert call(tmp_path, url, "2026-11-01", "2026-11-30") == 0
    sheet = load_workbook(io.BytesIO((tmp_path / "leave.xlsx").read_bytes())).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows())] == list(HEADER)
    asyncio.run(somebody_of_hr(url))
    (tmp_path / "leave.xlsx").unlink()
    assert call(tmp_path, url, "2026-11-01", "2026-11-30", "--as", "lina") == 0
    sheet = load_workbook(io.BytesIO((tmp_path / "leave.xlsx").read_bytes())).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows())] == [*HEADER, *SICKNESS]


async def one_hazard(url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
        facts = HazardFacts("3号车间", "=有油", HazardKind.SURROUNDINGS)
        by = Act("zhangsan", "隐患", "员工", "test", NOW)
        await HazardTable().add(
            Hazard("YH-20261122-001", facts, NOW), [Reporter(UserId("zhangsan"), hidden=False, at=NOW)], by=by
        )
    finally:
        await database.close()


def test_hazards_are_exported_without_who_told(tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(one_hazard(url))
    config, out = tmp_path / "config.toml", tmp_path / "hazards.xlsx"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    assert main(["export", "hazards", *days, "--out", str(out), "--config", str(config)]) == 0
    assert capsys.readouterr().out == f"{out}：1 条隐患记录\n"
    sheet = load_workbook(io.BytesIO(out.read_bytes())).active
    assert sheet
    header, row = sheet.values
    assert header == HAZARDS
    assert row[:5] == ("YH-20261122-001", "其他区域", "3号车间", "环境", "'=有油")
    assert "zhangsan" not in row
