"""Who has confirmed a policy, as it is typed; the figures: tests/services/policies/test_flow.py."""

import pytest

from bot.explaining import Utterance, explain
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE


@pytest.mark.parametrize("line", ["/制度签收", "/制度签收情况", "我有什么制度没签"])
def test_without_a_policy_it_is_all_of_them(line: str) -> None:
    said = explain(Utterance(line, "张三"), FILE, BOOK)
    assert (said["command"], said["args"]) == ("制度签收", {})


def test_of_one() -> None:
    assert explain(Utterance("/制度签收 D8", "李娜"), FILE, BOOK)["args"] == {"policy": "D8"}


async def test_of_one_that_was_never_published(chat: Chat) -> None:
    await chat.play("""
        李娜> /制度签收 D8
        机器人> 《企业微信社群管理制度》还没有用 /发布制度 发布过，没有签收名单。
        李娜> /制度签收 天书
        机器人> 没有「天书」这份制度。…
    """)
