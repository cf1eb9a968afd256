"""Leaves as a spreadsheet: what is in it, who gets it, who learns of it."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from bot.domain.data_views import What
from bot.identifiers import UserId
from bot.services.leave.seeing.exporting import HEADER, SICKNESS, Export, export
from bot.shapes.outgoing import Attachment
from tests.chat import Chat
from tests.commands.leave.test_who_is_off import OFF

ASKED = """
    李四> /请假 病假 11.26-11.30 腰疼
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261122-002：…
    王强> 按 [驳回]
    机器人> [卡片] …
    王强> 盘点
    机器人→李四> …
    机器人> …
"""


async def november(chat: Chat, last: int = 30, *, reader: str = "") -> Export:
    async def work() -> Export:
        told, who = (chat.core.records, chat.company, chat.clock.now()), chat.company.person(UserId(reader))
        return await export(*told, date(2026, 11, 1), date(2026, 11, last), reader=who)

    return await chat.core.database.transact(work)


async def test_a_line_for_each_leave_whatever_became_of_it(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play(ASKED)
    found = await november(chat)
    first, second = (dict(zip(HEADER, row, strict=True)) for row in found.rows)
    assert [first[key] for key in ("编号", "姓名", "账号", "部门", "种类")] == [
        "QJ-20261122-001", "张三", "zhangsan", "生产部", "年假",
    ]  # fmt: skip
    assert (first["开始"], first["结束"]) == ("2026-11-24 08:30", "2026-11-25 18:00")
    assert (first["数量"], first["单位"], first["状态"]) == ("2", "工作日", "已批准")
    assert (first["经手人"], first["经手时间"]) == ("王强同意", "2026-11-22 10:00")
    assert (second["状态"], second["经手人"], second["应交材料"]) == ("已驳回", "王强驳回", "")
    assert "腰疼" not in str(found)
    assert found.users == (chat.user("张三"), chat.user("李四"))


async def test_what_only_reaches_into_the_days_is_among_them(chat: Chat) -> None:
    await chat.play(OFF)

    async def work() -> list[int]:
        days = [(24, 24), (25, 25), (23, 23), (26, 26)]
        told = chat.core.records, chat.company, chat.clock.now()
        return [len((await export(*told, date(2026, 11, a), date(2026, 11, b), reader=None)).rows) for a, b in days]

    assert await chat.core.database.transact(work) == [1, 1, 0, 0]


async def test_it_comes_in_private_and_each_look_is_written_down(chat: Chat) -> None:
    await chat.play(OFF)
    await chat.play("""
        李娜@项目A工作群> @小助手 /导出请假
        机器人→李娜> [文件 请假-2026-11.xlsx] 2026-11 的请假记录，1 条。
        机器人@项目A工作群> 已私聊你。
        机器人→李娜> 2026-11 的请假记录：1 人 1 条，表格已发你。里面没有请假原因。
        王强> 导出11月的请假记录
        机器人> 「导出请假」由人力资源、集团行政人事部使用。…
    """)
    (parcel,) = (
        each.content
        for channel in chat.channels.values()
        for each in channel.sent
        if isinstance(each.content, Attachment)
    )

    async def work() -> bytes | None:
        (view,) = await chat.core.records.data_views.of(chat.user("张三"), chat.clock.now(), most=5)
        assert (view.viewer, view.what, view.why) == (chat.user("李娜"), What.EXPORT, "2026-11")
        return await chat.core.records.files.read(parcel.file)

    table = await chat.core.database.transact(work)
    assert table
    sheet = load_workbook(io.BytesIO(table)).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows())] == [*HEADER, *SICKNESS]


SICK = """
    李四> /请假 病假 11.27-12.1 腰疼
    机器人→王强> …
    机器人> 已提交 …
    王强> 按 [同意]
    机器人→李四> …
    机器人> …
    张三> /请假 事假 11.27
    机器人→王强> …
    机器人> 已提交 …
"""


async def test_days_of_illness_are_counted_twice_and_within_the_month(chat: Chat) -> None:
    """From Friday to Tuesday: five calendar days, three of work; of November four and two."""
    await chat.play(SICK)
    found = await november(chat, reader="lina")
    assert found.header == (*HEADER, *SICKNESS)
    assert [row[-2:] for row in found.rows] == [("4", "2"), ("", "")]
    assert [row[-2:] for row in (await november(chat, 27, reader="lina")).rows] == [("1", "1"), ("", "")]


@pytest.mark.parametrize("reader", ["", "wangqiang", "wuguan"])
async def test_nobody_else_has_the_days_of_illness(chat: Chat, reader: str) -> None:
    await chat.play(SICK)
    found = await november(chat, reader=reader)
    assert found.header == HEADER
    assert {len(row) for row in found.rows} == {len(HEADER)}
