"""Who may begins, another one may take it over; whom it isn't for learns nothing."""

import pytest

from tests.chat import Chat
from tests.commands.moderation.reports import NOT_MINE, TAKEN, TOLD


async def test_another_one_takes_it_over(chat: Chat) -> None:
    await chat.play("""
    李四> /举报 何苗 刷屏
    机器人> [卡片] 收到，…
    ⏰ 2026-11-22 10:00
    机器人→王强> [卡片] 举报待受理 …
    机器人→周敏> [卡片] 举报待受理 …
    王强> 按 [我来处理]
    机器人> [卡片] 举报处理中 …
    ⏰ 2026-11-22 10:00
    机器人→李四> 你反映的 JB-20261122-001：已经有人在处理。…
    周敏> 按 [我来处理]
    机器人> [卡片] 举报处理中 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    """)


async def test_twice_changes_nothing(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> /受理举报 JB-20261122-001
    机器人> [卡片] 举报处理中 JB-20261122-001 …
    ⏰ 2026-11-22 10:00
    """)


@pytest.mark.parametrize(
    "line",
    [
        "/受理举报 JB-20261122-001",
        "/举报成立 JB-20261122-001 只记录",
        "/举报不成立 JB-20261122-001 没有的事",
        "/追问举报 JB-20261122-001 是谁报的？",
        "/转交举报 JB-20261122-001",
    ],
)
@pytest.mark.parametrize("who", ["何苗", "张三", "王强", "李四"])
async def test_whom_it_is_not_for(chat: Chat, who: str, line: str) -> None:
    await chat.play(f"""{TOLD}
    {who}> {line}
    机器人> {NOT_MINE}
    ⏰ 2026-11-22 10:00
    """)
