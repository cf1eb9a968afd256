"""Asking how a proof is handed in; handing in is in tests/services/leave/test_proofs.py."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize("words", ["病假条怎么交？", "我要交病假条", "诊断证明发给谁", "我想补交医院证明", "/交病假条"])
async def test_in_plain_words(chat: Chat, words: str) -> None:
    await chat.play(f"""
        李四> {words}
        机器人> 现在没有要交材料的假。病假超过 1 天、婚假、产假这样的假才要交。
    """)


async def test_in_a_group_it_is_said_in_private(chat: Chat) -> None:
    await chat.play("""
        李四@项目A工作群> @小助手 /交材料
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 现在没有要交材料的假。…
        李四@项目A工作群> @小助手 /交材料 QJ-20261122-001
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 你没有编号是 QJ-20261122-001、等着交材料的假。…
    """)
