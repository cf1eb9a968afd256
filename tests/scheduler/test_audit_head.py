"""The management group reads the head of the chain once a day, and nothing where there is none."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.audit_head import post_head
from tests.chat import Chat
from tests.storage.chained import RING


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_head,)


async def test_without_a_chain_nothing(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 09:30
    """)


async def test_once_a_day(database: Database, jobs: Sequence[Job]) -> None:
    database.stamp_with(RING)
    chat = await Chat.open(database, jobs=jobs)
    try:
        await chat.play("""
            张三> /违规记录
            机器人> 你没有违规记录。
        """)
        await chat.core.link()
        head = await chat.core.records.audit.head()
        assert head
        words = (
            f"审计记录到今天一共 {head.seq} 条，链头 {head.seq}:{head.hash[:32]}。"
            "请留着这条消息：以后核对，就知道记录有没有被改过、删过。"
        )
        await chat.play(f"""
            ⏰ 2026-11-23 09:00
            机器人→王强> {words}
            机器人→周敏> {words}
            ⏰ 2026-11-23 23:59
        """)
    finally:
        await chat.close()
