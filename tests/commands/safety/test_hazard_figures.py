"""The figures come as a picture and a table; who reported is in neither."""

import io
from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import load_workbook

from bot.domain.safety.hazards.hazard import Grade, HazardFacts, HazardKind, HazardState, Side
from bot.identifiers import FileId
from bot.shapes.job import Job
from bot.shapes.outgoing import Attachment, Media
from tests.chat import Chat
from tests.services.safety.hazards.given import desk, given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_a_picture_and_a_table(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.CLOSED, grade=Grade.GENERAL, due=date(2026, 11, 20)))
    facts = HazardFacts("仓库", "=有油", HazardKind.SURROUNDINGS, near_miss=True)
    await given(chat, hazard(chat, HazardState.FIXING, number="YH-20261123-002", due=date(2026, 11, 20), facts=facts))
    by = desk(chat).act
    await chat.core.records.hazards.add_photo("YH-20261123-001", FileId("before"), Side.BEFORE, by=by)
    said = "隐患月报 2026年11月：发现 2 条，其中重大 0 条，重复 0%；销号 1 条，按时 0%；现在超期 1 条。"
    await chat.play(f"""
        陈安> /隐患报表 本月
        机器人→陈安> [图片] {said}
        机器人→陈安> [文件 隐患-2026-11.xlsx] 隐患月报 2026年11月，2 条明细。
        机器人> {said}图和 2 条明细已发你。
    """)
    rows = [[cell or "" for cell in row] for row in await table(chat)]
    assert rows[1][:5] == ["YH-20261123-001", "生产部", "3号车间", "电气", "配电箱门坏了"]
    assert rows[1][-6:] == ["2026-11-22 10:00", "否", "", "", "是", ""]
    assert rows[2][4:9] == ["'=有油", "是", "", "整改中", ""]
    assert not any("张三" in cell for row in rows for cell in row)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("第三季度", "隐患统计 2026年第三季度"),
        ("上月", "隐患月报 2026年10月"),
        ("今年", "隐患统计 2026年"),
        ("2026年上半年", "隐患统计 2026年上半年"),
        ("11.2-11.6", "隐患统计 11月2日(周一)至11月6日(周五)"),
    ],
)
async def test_of_which_days(chat: Chat, said: str, title: str) -> None:
    await chat.play(f"""
        陈安> /隐患报表 {said}
        机器人→陈安> [图片] {title}：发现 0 条…
        机器人> {title}：发现 0 条…
    """)


async def test_it_is_not_everybodys(chat: Chat) -> None:
    await chat.play("""
        张三> /隐患报表
        机器人> 「隐患报表」由集团高管、部门负责人、安全管理员使用。发 /帮助 看看你能用什么。
    """)


async def table(chat: Chat) -> list[tuple[str, ...]]:
    sent = [parcel.content for channel in chat.channels.values() for parcel in channel.sent]
    file = next(each.file for each in sent if isinstance(each, Attachment) and each.media is Media.FILE)
    data = await chat.core.records.files.read(file)
    assert data
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet
    return [tuple(map(str, (cell or "" for cell in row))) for row in sheet.values]
