"""What somebody is told about himself; who looked is told in the tests of what can be looked at."""

import pytest

from tests.chat import Chat


@pytest.mark.parametrize(
    "words",
    ["你们存了我哪些信息？", "谁看过我的请假原因", "有没有人看过我的病假条吗", "查一下我的个人信息", "谁查过我的资料"],
)
async def test_in_plain_words(chat: Chat, words: str) -> None:
    await chat.play(f"""
        李四> {words}
        机器人> 这里存着你的：…
    """)


async def test_nothing_of_it_in_a_group(chat: Chat) -> None:
    await chat.play("""
        李四@项目A工作群> @小助手 谁看过我的请假原因
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 这里存着你的：…
    """)
