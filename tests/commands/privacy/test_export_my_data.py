"""His own copy has what is his, and nothing of anybody else's."""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from bot.domain.privacy.columns import TITLES
from bot.domain.privacy.register import REGISTER
from bot.shapes.job import Job
from bot.shapes.outgoing import Attachment
from bot.storage.models.privacy import DataViewRecord
from bot.storage.models.training import CertificateRecord
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_a_sheet_for_each_kind(chat: Chat) -> None:
    at = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
    for user in ("zhangsan", "lisi"):
        await CertificateRecord.create(user=user, kind="电工证", ends=date(2027, 1, 1), at=at, by="chenan")
    await DataViewRecord.create(at=at, viewer="lina", whose="zhangsan", what="违规记录", about="", why="年度评优")
    await chat.play("""
        张三@项目A工作群> @小助手 /导出我的数据
        机器人→张三> [文件 我的数据-2026-11-22.xlsx] 你的数据。
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 已发你：培训、群和昵称、谁看过里的记录。…
    """)
    [file] = [
        p.content for channel in chat.channels.values() for p in channel.sent if isinstance(p.content, Attachment)
    ]
    data = await chat.core.records.files.read(file.file)
    assert data
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames[0] == "说明"
    rows = [[cell for cell in row if cell] for row in book["证书"].values]
    assert rows[1:] == [["类型", "结束", "时间"], ["电工证", "2027-01-01", "2026-11-20 09:30"]]
    seen = [cell for row in book["别人看你资料的记录"].values for cell in row]
    assert "李娜" in seen
    assert "年度评优" in seen


def test_each_column_has_a_title() -> None:
    assert {name for entry in REGISTER.values() for name in entry.gives} <= TITLES.keys()
