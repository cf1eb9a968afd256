"""A sentence goes along with a month's figures."""

import pytest

from tests.chat import Chat


async def test_a_sentence_is_asked_for(chat: Chat) -> None:
    await chat.play("""
        吴管> /月报附言
        机器人> 想在月报里加哪句话？…
    """)


@pytest.mark.parametrize("words", ["好" * 121])
async def test_no_novels(chat: Chat, words: str) -> None:
    await chat.play(f"""
        吴管> /月报附言 {words}
        机器人> 附言最多 120 个字，现在 121 个。缩短一点再发。
    """)
