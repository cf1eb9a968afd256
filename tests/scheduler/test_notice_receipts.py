"""When reminders ring; whom they reach: tests/services/notices/receipts/test_chasing.py."""

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from tests.chat import Chat
from tests.services.notices.posted import posted


async def test_nobody_is_reminded_of_what_he_confirmed(chat: Chat) -> None:
    await posted(chat, Draft("停电", Audience(people=(UserId("zhangsan"),)), wants_confirmation=True))
    chat.said()
    await chat.play("""
        张三> 按 [我已看过]
        机器人→郑群> GG-20261122-001「停电」全部 1 人都确认了。
        机器人> [卡片] 停电 已确认 GG-20261122-001「停电」。
        ⏰ 2026-11-23 10:00
    """)
