"""In a chat that nobody registered the bot says once how to; nobody's answer is lost by it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat

HINT = "这个群我还不认识。请管这个群的同事 @我 发 /登记群，登记后我才能办群里的事。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


async def test_once_for_each_chat(chat: Chat) -> None:
    await chat.play(f"""
    张三@街坊群> 今天吃什么
    机器人@街坊群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    {HINT}
    李四@街坊群> 今天吃什么
    机器人@街坊群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    张三@二街坊群> 今天吃什么
    机器人@二街坊群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    {HINT}
    """)


async def test_with_thanks_that_have_no_answer(chat: Chat) -> None:
    await chat.play(f"""
    张三@街坊群> 谢谢
    机器人@街坊群> {HINT}
    张三@街坊群> 谢谢
    """)


async def test_what_is_for_one_alone_puts_it_off(chat: Chat) -> None:
    await chat.play(f"""
    张三@街坊群> /我的群
    机器人@街坊群> 已私聊你。
    机器人→张三> …
    张三@街坊群> 今天吃什么
    机器人@街坊群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    {HINT}
    """)


async def test_an_answer_that_says_it_needs_no_hint(chat: Chat) -> None:
    await chat.play("""
    张三@街坊群> /我的权限
    机器人@街坊群> 这个群还没有登记（@我 发 /登记群），群管理的命令都用不了。你的权限请私聊我发 /我的权限。
    张三@街坊群> 今天吃什么
    机器人@街坊群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_not_in_registered_groups_nor_in_private_nor_in_distress(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> 今天吃什么
    机器人@项目A工作群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    张三> 今天吃什么
    机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)
    await chat.say("张三", "着火了快来人", room="街坊群")
    assert not any(HINT in line.words for line in chat.said())
