"""Asking who has not confirmed, as it is typed; who may see what: tests/services/notices/test_reporting.py."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize("words", ["还有谁没确认", "谁没看公告", "刚才那条公告谁还没确认", "哪些人没确认公告"])
async def test_in_other_words(chat: Chat, words: str) -> None:
    await chat.play(f"""
        郑群> {words}
        机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
    """)
