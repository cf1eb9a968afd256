"""Saying no to rules, and taking a yes back: it counts from then on, and nothing that was said is lost."""

import pytest

from bot.domain.groups.rules import ConsentState
from bot.identifiers import UserId
from tests.chat import Chat
from tests.commands.rules.test_agree import heard

A = "项目A工作群"


@pytest.mark.parametrize("line", ["/不同意", "不同意", "我不同意", "不同意群规", "不同意本群的群规", "我不同意群规"])
def test_in_a_group_it_is_said_to_its_rules(line: str) -> None:
    assert heard("张三", line, A) == ("不同意", {"policy": "群规", "group": A}, False)


@pytest.mark.parametrize("line", ["拒绝群规", "我不接受群规", "不认可本群的群规"])
def test_a_sentence_is_asked_back(line: str) -> None:
    assert heard("张三", line, A) == ("不同意", {"policy": "群规", "group": A}, True)


@pytest.mark.parametrize("room", [None, A])
def test_with_a_number_it_is_said_to_that_request(room: str | None) -> None:
    asked = heard("王强", "不同意 RQ-20261122-001 还没有立项", room)
    assert asked == ("驳回", {"id": "RQ-20261122-001", "reason": "还没有立项"}, False)


async def test_a_yes_is_taken_back(chat: Chat) -> None:
    await chat.play(f"""
    张三> /同意 {A}的群规
    机器人> 已记下：你同意{A}的群规（第 1 版）。想看内容发 /群规 {A}。
    张三> /不同意 {A}的群规
    机器人→郑群> 张三 说不同意{A}的群规（第 1 版），请找对方谈谈。我只做了记录，没有动群成员。
    机器人> 已记下：你不同意{A}的群规（第 1 版）。已告诉 郑群，有什么意见可以直接找对方说。
    张三> /不同意 {A}的群规
    机器人> 10:00 你说了不同意。改主意了，同意就回复「/同意 群规 {A}」。
    """)
    (said,) = await chat.core.records.consents.of_user(UserId("zhangsan"))
    assert said.state is ConsentState.REFUSED
    assert said.agreed_at


async def test_yes_and_no_by_turns_is_told_once_a_day(chat: Chat) -> None:
    told = f"机器人→郑群> 张三 说不同意{A}的群规（第 1 版），请找对方谈谈。…"
    await chat.play(f"""
    张三> /不同意 {A}的群规
    {told}
    机器人> …
    张三> /同意 {A}的群规
    机器人> …
    张三> /不同意 {A}的群规
    机器人> 已记下：你不同意{A}的群规（第 1 版）。之前已经告诉 郑群，有什么意见可以直接找对方说。
    """)


async def test_in_a_group_the_answer_comes_in_private(chat: Chat) -> None:
    await chat.play(f"""
    张三@{A}> 不同意
    机器人→郑群> 张三 说不同意{A}的群规（第 1 版），请找对方谈谈。我只做了记录，没有动群成员。
    机器人@{A}> 已私聊你。
    机器人→张三> 已记下：你不同意{A}的群规（第 1 版）。已告诉 郑群，有什么意见可以直接找对方说。
    """)


async def test_the_keeper_himself(chat: Chat) -> None:
    """Whoever appoints him is told."""
    await chat.play(f"""
    郑群> /不同意 {A}的群规
    机器人→李娜> 郑群 说不同意{A}的群规（第 1 版），…
    机器人→周敏> 郑群 说不同意{A}的群规（第 1 版），…
    机器人> 已记下：你不同意{A}的群规（第 1 版）。已告诉 李娜、周敏，有什么意见可以直接找对方说。
    """)


async def test_nothing_was_asked(chat: Chat) -> None:
    await chat.play("""
    张三> 不同意群规
    机器人> 不同意哪个群的群规？写上群名，例如 /不同意 群规 项目A工作群。
    """)
