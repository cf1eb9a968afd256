"""What is added goes to who looks into it, without a name; nobody adds to another's."""

from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN, TOLD


async def test_without_a_number_it_is_the_newest(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    张三> /补充举报 今天又发了 <@all> **快看**
    机器人> 已转给处理 JB-20261122-001 的人，没有写你的名字。
    ⏰ 2026-11-22 10:00
    机器人→郑群> JB-20261122-001 举报人补充：今天又发了 ＜@all＞ ＊＊快看＊＊
    """)


async def test_another_s_is_none(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    李四> /补充举报 JB-20261122-001 我也看到了
    机器人> 没有你报的 JB-20261122-001。请核对编号。
    李四> /补充举报 我也看到了
    机器人> 你没有还在处理的举报。要反映新的，发 /举报。
    """)


async def test_what_is_over_takes_nothing_more(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    郑群> /举报不成立 JB-20261122-001 没有这样的链接
    机器人> JB-20261122-001 记为未查实，说明会转给举报人；材料 90 天后删除。
    ⏰ 2026-11-22 10:00
    机器人→张三> 你反映的 JB-20261122-001：核实过了，没有查实：没有这样的链接。…
    张三> /补充举报 JB-20261122-001 有的
    机器人> JB-20261122-001 已经办结（未查实），什么都没有改动。
    """)
