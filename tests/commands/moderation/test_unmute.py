"""Lifting a mute: by whom, what becomes of the cards, and that there has to be one."""

from collections.abc import Sequence

import pytest

from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import MUTED, A


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (moderation_clock,)


async def test_it_is_over_at_once_and_nothing_rings_later(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    郑群@项目A工作群> /解除禁言 @张三 认错了
    机器人→张三> 你在项目A工作群的禁言已提前解除（WG-20261122-001），可以正常用了。
    机器人@项目A工作群> 已解除，编号 WG-20261122-001，已私聊告诉对方。
    张三@项目A工作群> /昵称检查 生产部-张三
    机器人@项目A工作群> …
    郑群> 按 [已做]
    机器人> [卡片] WG-20261122-001 禁言张三 这件事已经不用办了。
    郑群@项目A工作群> /解除禁言 @张三
    机器人@项目A工作群> 张三没有被禁言，什么都没有改动。
    ⏰ 2026-11-22 13:00
    """)


async def test_who_did_it_in_the_client_undoes_it(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    郑群> 按 [已做]
    机器人> …
    郑群@项目A工作群> 给张三解除禁言
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> [卡片] 你是想「解除禁言 张三」吗？ …
    郑群> 按 [确认]
    机器人→张三> 你在项目A工作群的禁言已提前解除（WG-20261122-001），可以正常用了。
    机器人→郑群> [卡片] 请在项目A工作群解除禁言张三 …
    机器人> …
    郑群> 按 [已做]
    机器人> [卡片] WG-20261122-001 解除禁言张三 已记下：人工已办。
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("郑群", "/解除禁言 @欧阳静", Code.BAD_STATE),
        ("郑群", "/解禁 欧阳静", Code.BAD_STATE),
        ("郑群", "/解除禁言 @郑群", Code.SELF_TARGET),
        ("郑群", "/解除禁言 @赵国强", Code.HIGHER_ROLE),
        ("郑群", "/解除禁言 @李四", Code.TARGET_NOT_IN_GROUP),
        ("郑群", "/解除禁言", Code.MISSING_ARG),
        ("张三", "/解除禁言 @欧阳静", Code.NO_PERMISSION),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, expected: Code) -> None:
    said = explain(Utterance(line, sender=who, group=A), FILE, BOOK)
    assert (said["command"], said["error"]) == ("解除禁言", expected)
