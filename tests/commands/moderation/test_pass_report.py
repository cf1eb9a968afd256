"""What belongs to the management group is handed on; what is with them or with human resources stays."""

from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN


async def test_by_the_button_and_they_begin_anew(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> 按 [转管理小组]
    机器人> [卡片] 举报 JB-20261122-001 JB-20261122-001 已转给管理小组。
    ⏰ 2026-11-22 10:00
    机器人→王强> [卡片] 举报待受理 JB-20261122-001 …
    机器人→周敏> [卡片] 举报待受理 JB-20261122-001 …
    机器人→张三> 你反映的 JB-20261122-001：转给了管理小组处理。
    郑群> /受理举报 JB-20261122-001
    机器人> 没有要你处理的举报 JB-20261122-001。…
    """)


async def test_harassment_leaves_human_resources_by_no_way(chat: Chat) -> None:
    await chat.play("""
    李四> /举报 何苗 骚扰女同事
    机器人> [卡片] 收到，…
    ⏰ 2026-11-22 10:00
    机器人→李娜> [卡片] 举报待受理 …
    机器人→周敏> [卡片] 举报待受理 …
    李娜> /转交举报 JB-20261122-001
    机器人> JB-20261122-001 已经在人力资源，没有转。
    """)
