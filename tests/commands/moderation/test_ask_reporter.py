"""Questions and answers go through the bot; an answer may be a question itself."""

from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN


async def test_by_the_buttons(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    郑群> 按 [追问]
    机器人> [卡片] 举报 JB-20261122-001 想问举报人什么？…
    郑群> 是哪天发的？你是哪个部门的？
    机器人> 已转给 JB-20261122-001 的举报人，回答我会转给你。
    ⏰ 2026-11-22 10:00
    机器人→张三> [卡片] JB-20261122-001 处理人想问你 「是哪天发的？你是哪个部门的？」…
    张三> 按 [回答]
    机器人> [卡片] 补充 JB-20261122-001 …
    张三> 前天吧？
    机器人> 已转给处理 JB-20261122-001 的人，没有写你的名字。
    ⏰ 2026-11-22 10:00
    机器人→郑群> JB-20261122-001 举报人补充：前天吧？
    """)
