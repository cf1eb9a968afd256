"""`qunwu export cases` as an administrator sees it."""

import asyncio
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from bot.cli import main
from bot.domain.safety.accidents.reports import AccidentKind, Facts
from bot.services.safety.accidents.exporting import HEADER
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.safety.accidents import AccidentTable
from bot.storage.schema.upgrading import upgrade

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


async def one_accident(url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
        facts = Facts("=cmd 仓库着火", urgent=True, kind=AccidentKind.FIRE, place="=仓库", injured=0)
        await AccidentTable().open("SG-20261122-001", facts, chat=None, by=Act("zhangsan", "事故", "", "test", NOW))
    finally:
        await database.close()


def test_a_line_for_each_accident_of_these_days(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/qunwu.sqlite3"
    asyncio.run(one_accident(url))
    config, out = tmp_path / "config.toml", tmp_path / "cases.xlsx"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    days = ["--from", "2026-11-22", "--to", "2026-11-22"]
    assert main(["export", "cases", *days, "--out", str(out), "--config", str(config)]) == 0
    sheet = load_workbook(out).active
    assert sheet is not None
    header, row = sheet.iter_rows(values_only=True)
    assert header == HEADER
    assert row[0] == "SG-20261122-001"
    assert "'=仓库" in row
    assert "2026-11-22 11:00" in row
