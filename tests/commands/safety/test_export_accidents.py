"""Accidents as a table: what was reported when to whom, and nobody's name."""

from collections.abc import Sequence

import pytest

from bot.services.safety.accidents.exporting import HEADER, export
from bot.shapes.job import Job
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, later, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def rows(chat: Chat, reader: str | None = None) -> list[dict[str, str]]:
    now = chat.clock.now()
    user = chat.user(reader) if reader else None
    found = await export(chat.core.records, chat.company, now, now.date(), now.date(), reader=user)
    return [dict(zip(HEADER, row, strict=True)) for row in found]


async def test_what_happened_and_when_it_was_reported(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 死亡0 重伤1 损失3.5万；伤者 李四")
    await later(chat, minutes=90)
    await answered(chat, "陈安", "/事故上报 11:20 区应急管理局 李科长")
    (row,) = await rows(chat)
    assert (row["编号"], row["重伤"], row["直接损失(元)"], row["拟定等级"]) == (NUMBER, "1", "35000", "一般")
    assert (row["上报期限"], row["已报时间"], row["迟报"]) == ("2026-11-22 11:00", "2026-11-22 11:20", "是")
    assert "李四" not in "".join(row.values())


async def test_each_gets_what_is_his_to_see(chat: Chat) -> None:
    await reported(chat)
    assert len(await rows(chat, "王强")) == 1
    assert await rows(chat, "郭涛") == []
    said = await answered(chat, "陈安", "/导出事故")
    assert said == "2026-11 的事故记录，1 起。表格已发你，里面没有伤亡者的姓名。"
