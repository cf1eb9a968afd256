"""What wasn't proven goes after its time, and its teller reads why it wasn't."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.reports import ReportFileRecord, ReportLineRecord, ReportRecord
from scheduler.report_clock import report_clock
from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (report_clock,)


async def test_by_the_button_with_a_reason(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> 按 [未查实]
    机器人> [卡片] 举报 JB-20261122-001 怎么查的，为什么没有查实？…
    郑群> 群里翻过，没有
    机器人> JB-20261122-001 记为未查实，说明会转给举报人；材料 90 天后删除。
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：核实过了，没有查实：群里翻过，没有。…
    郑群> /举报不成立 JB-20261122-001 没有
    机器人> JB-20261122-001 已经办结（未查实），什么都没有改动。
    """)
    assert await ReportRecord.all().count() == 1
    await chat.advance(chat.clock.time.replace(year=2027, month=2, day=21))
    for each in (ReportRecord, ReportLineRecord, ReportFileRecord):
        assert await each.all().count() == 0
