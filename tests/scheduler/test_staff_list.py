"""The list of human resources is compared where the configuration names it; they hear of what is new, once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.company import Company
from bot.files.company import load
from bot.files.workbook import workbook
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.staff_list import compare_staff_list
from tests.chat import SAMPLE_COMPANY, Chat

HEADER = ["姓名", "部门", "账号", "职务"]
JOBS: Sequence[Job] = (compare_staff_list,)
COMPANY = load(SAMPLE_COMPANY).company


def everybody(company: Company) -> list[list[str]]:
    names = {each.id: each.name for each in company.departments}
    return [[each.name, names[each.main_department], each.user_id, each.position] for each in company.people]


@pytest.fixture
def rows() -> list[list[str]]:
    return everybody(COMPANY)


async def opened(database: Database, path: Path) -> Chat:
    def listed(company: Company) -> Company:
        return replace(company, accounts=replace(company.accounts, staff_list=str(path)))

    return await Chat.open(database, jobs=JOBS, company=listed)


async def test_what_is_new_is_told_once(database: Database, rows: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / "hr.xlsx"
    path.write_bytes(workbook("花名册", HEADER, rows))
    chat = await opened(database, path)
    await chat.play("⏰ 2026-11-23 10:00")
    rows[0][1] = "研发部"
    path.write_bytes(workbook("花名册", HEADER, rows))
    name = rows[0][0]
    await chat.play(f"""
    ⏰ 2026-11-24 10:00
    机器人→李娜> [文件 花名册和通讯录核对.xlsx] 花名册和通讯录核对：1 处不同。
    机器人→周敏> [文件 花名册和通讯录核对.xlsx] 花名册和通讯录核对：1 处不同。
    机器人→李娜> [卡片] 花名册和通讯录核对：1 处不同 部门不同 1。选一条，再按按钮：
    · {name} 部门不同：花名册 研发部，通讯录 总裁办 ({name} 改部门) [处理这一条] [不用管]
    机器人→周敏> [卡片] 花名册和通讯录核对：1 处不同 …
    ⏰ 2026-11-30 10:00
    """)
    await chat.close()


async def test_a_file_that_can_not_be_read_stops_nothing(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "hr.xlsx"
    chat = await opened(database, path)
    await chat.play("""
    ⏰ 2026-11-23 10:00
    机器人→吴管> 花名册文件读不了，没有核对。请看配置 [accounts] staff_list 指的文件在不在，是不是 .xlsx 或 .csv。
    """)
    path.write_bytes(b"PK\x03\x04nothing")
    await chat.play("""
    ⏰ 2026-11-24 10:00
    ⏰ 2026-11-30 10:00
    机器人→吴管> 花名册文件读不了，没有核对。…
    """)
    await chat.close()
