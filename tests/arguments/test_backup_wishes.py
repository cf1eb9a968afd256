"""What is wanted of a backup."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize("text", ["/备份 现在", "/备份 马上", "/bf now", "备份 一次"])
async def test_now(chat: Chat, text: str) -> None:
    await chat.play(f"""
        吴管> {text}
        机器人> BF-20261122-001 开始备份。好了告诉你。
    """)


@pytest.mark.parametrize("text", ["/备份 演练", "/备份 恢复演练", "备份 演练恢复"])
async def test_with_a_rehearsal(chat: Chat, text: str) -> None:
    await chat.play(f"""
        吴管> {text}
        机器人> BF-20261122-001 开始备份，接着演练恢复。好了告诉你。
    """)
