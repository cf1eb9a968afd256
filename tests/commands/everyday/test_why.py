from datetime import timedelta

import pytest

from bot.domain.refusals import GROUNDS, Refusal
from bot.errors import Code
from bot.identifiers import ChatId, UserId
from tests.chat import Chat


async def test_who_was_never_refused(chat: Chat) -> None:
    await chat.play("""
        张三> /为什么
        机器人> 我还没有拒绝过你。没听懂的话，发 /帮助 看看我能做什么。
    """)


async def test_a_group_learns_nothing_of_it(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> 「退订」由本群管理员或安全管理员使用。发 /帮助 看看你能用什么。
        张三@项目A工作群> 为什么不行
        机器人@项目A工作群> 被拒绝的原因只告诉你本人，请私聊我发 /为什么。
        张三> 为什么不行
        机器人> 10:00 你在项目A工作群用「退订」，没有办成。
        规则：只给群管理员、安全管理员、企业微信管理员用。
        依据：《企业微信使用管理制度》四（二）：不得超越权限。
        可以找：郑群、陈安、吴管。
    """)


async def test_it_is_ones_own_only(chat: Chat) -> None:
    await chat.say("张三", "/订阅 安全提醒")
    chat.said()
    await chat.play("""
        李四> /为什么
        机器人> 我还没有拒绝过你。没听懂的话，发 /帮助 看看我能做什么。
    """)


async def test_another_rule_is_told_with_its_clause(chat: Chat) -> None:
    refusal = Refusal(
        chat.clock.now() - timedelta(days=1), UserId("zhengqun"), "禁言", Code.HIGHER_ROLE, ChatId("projecta")
    )
    await chat.core.records.refusals.note(refusal)
    await chat.play("""
        郑群> /为什么
        机器人> 11月21日(周六) 10:00 你在项目A工作群用「禁言」，没有办成。
        规则：不能处理级别比自己高的同事，也不能处理同一个群的另一位群管理员。
        依据：《企业微信使用管理制度》四（三）：权限按岗位和级别划分。
        请把情况告诉管理小组，由他们接手。
    """)


async def test_who_may_by_now_is_told_to_try_again(chat: Chat) -> None:
    refusal = Refusal(chat.clock.now(), UserId("chenan"), "订阅", Code.NO_PERMISSION, ChatId("projecta"))
    await chat.core.records.refusals.note(refusal)
    await chat.play("""
        陈安> /为什么
        机器人> 10:00 你在项目A工作群用「订阅」，没有办成。
        规则：只给群管理员、安全管理员、企业微信管理员用。
        依据：《企业微信使用管理制度》四（二）：不得超越权限。
        现在你已经可以用了，再发一次就行。
    """)


@pytest.mark.parametrize("code", list(GROUNDS))
def test_every_ground_can_be_read_aloud(code: Code) -> None:
    ground = GROUNDS[code]
    assert ground.rule
    assert ground.step
    assert not ground.rule.endswith("。")
    assert not ground.step.endswith("。")
