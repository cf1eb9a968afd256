"""What stands in the tables for the human resources."""

import io

from openpyxl import load_workbook

from bot.shapes.outgoing import Attachment
from tests.chat import Chat


async def rows(chat: Chat) -> list[list[str]]:
    """Of the table that was sent last."""
    sent = [each.content for channel in chat.channels.values() for each in channel.sent]
    file = [each for each in sent if isinstance(each, Attachment)][-1]
    data = await chat.core.records.files.read(file.file)
    assert data is not None
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


async def test_what_is_left_with_what_was_asked_and_answered(chat: Chat) -> None:
    for line in ("/结转年假 张三 年底赶项目", "/确认"):
        await chat.say("李娜", line)
    await chat.say("王五", "/请假 年假 明天")
    await chat.say("李娜", "/未休年假")
    found = {row[0]: row[3:12] for row in (await rows(chat))[1:]}
    assert found["张三"] == ["年假", "5", "0", "0", "0", "", "5", "0", "待答复"]
    assert found["王五"] == ["年假", "5", "0", "1", "0", "", "4", "0", ""]
    assert "李四" not in found


async def test_overtime_of_a_month(chat: Chat) -> None:
    await chat.say("张三", "/加班 11.21 9:00-12:00")
    await chat.say("张三", "/加班 11.20 18:00-20:00")
    await chat.say("王强", "/同意申请 RQ-20261122-002")
    await chat.say("李娜", "/加班统计")
    found = [row[:1] + row[4:10] for row in (await rows(chat))[1:]]
    assert found == [
        ["RQ-20261122-002", "2026-11-20", "18:00", "20:00", "2", "150%", "已入账"],
        ["RQ-20261122-001", "2026-11-21", "09:00", "12:00", "3", "调休", "待审批"],
    ]
    said = [line.words for line in chat.said()][-1]
    assert said == "2026-11 登记了 2 次加班，批准的里面有 2 小时要付加班费，明细在表里。"


async def test_a_month_without_any(chat: Chat) -> None:
    await chat.play("""
        李娜> /加班统计 上个月
        机器人> 2026-10 没有登记的加班。
    """)
