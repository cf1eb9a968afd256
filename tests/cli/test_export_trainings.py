"""`qunwu export trainings` as an administrator sees it."""

import asyncio
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from bot.cli import main
from bot.domain.safety.sign_in.marks import Mark
from bot.domain.safety.training.training import Training, TrainingKind, TrainingState
from bot.identifiers import UserId
from bot.services.safety.training.exporting import HEADER
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from bot.storage.store import Records

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
NUMBER = "PX-20261120-001"
TRAINING = Training(
    NUMBER,
    TrainingKind.SPECIAL,
    "=消防",
    UserId("chenan"),
    UserId("chenan"),
    "张三",
    NOW.replace(day=21, hour=14),
    "食堂",
    60,
    exam=False,
)


async def one_training(url: str) -> None:
    database, records, by = await Database.open(url), Records(), Act("chenan", "培训", "", "test", NOW)
    try:
        await upgrade(database)
        await records.trainings.add(TRAINING, ["user:zhangsan"], by=by)
        await records.trainings.settle(TRAINING, TrainingState.PLANNED, by=by)
        await records.sign_in.mark(NUMBER, [UserId("zhangsan")], Mark.INVITED, by=by)
    finally:
        await database.close()


def test_a_line_for_each_person(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/qunwu.sqlite3"
    asyncio.run(one_training(url))
    config, out = tmp_path / "config.toml", tmp_path / "trainings.xlsx"
    config.write_text(f'[database]\nurl = "{url}"\n[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    days = ["--from", "2026-11-21", "--to", "2026-11-21"]
    assert main(["export", "trainings", *days, "--out", str(out), "--config", str(config)]) == 0
    sheet = load_workbook(out).active
    assert sheet is not None
    header, row = sheet.iter_rows(values_only=True)
    assert header == HEADER
    assert row[:5] == (NUMBER, "'=消防", TrainingKind.SPECIAL.value, "2026-11-21 14:00", "食堂")
    assert row[8] == "zhangsan"
    assert row[11] == "否"
