"""Ended before its time: what was answered until then counts, and nobody else may."""

from tests.chat import Chat
from tests.commands.surveys.asked import SURVEY


async def test_its_author_alone_ends_it(chat: Chat) -> None:
    await chat.play(f"""{SURVEY}
        张三> /结束征集 ZJ-20261122-001
        机器人> [卡片] …
        张三> 按 [确认]
        机器人> [卡片] 没有办成 没有找到发给你的 ZJ-20261122-001。…
        郑群> /结束征集 ZJ-20261122-001
        机器人> [卡片] …
        郑群> 按 [确认]
        机器人→郑群> ZJ-20261122-001「团建去哪」结束了：0/9 人答了。…
        机器人→项目A工作群> ZJ-20261122-001「团建去哪」结束了：0/9 人答了。…
        机器人> [卡片] …
        ⏰ 2026-11-28 10:00
        郑群> /结束征集 ZJ-20261122-001
        机器人> [卡片] …
        郑群> 按 [确认]
        机器人> [卡片] 没有办成 ZJ-20261122-001 已结束，不用再停。
    """)
