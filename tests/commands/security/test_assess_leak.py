"""A leak is not closed as real before somebody else decided who is told of it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.security.incidents import LEAKED, TOLD

FORM = "种类：客户电话 人数：32人 原因：发错群 危害：骚扰电话 措施：已撤回 联系：吴管 8012"
HANDED = f"""{LEAKED}
    吴管> 按 [我来处理]
    机器人→李四> WA-20261122-001：吴管 在处理，会打电话找你。
    机器人> [卡片] 信息泄露 WA-20261122-001 …
    吴管> 勾 [撤回|其余] 按 [记下]
    机器人> [卡片] WA-20261122-001 结论是什么？ …
    吴管> 按 [属实，办结]
    机器人> [卡片] 没有办成 还没有办结。属实的泄露要先做通知评估：…
    吴管> /泄露评估 WA-20261122-001 {FORM} 通知本人：否，对方已删除并书面确认 报主管部门：是
    机器人→林宓> WA-20261122-001 通知评估…
    机器人→林宓> [卡片] 泄露要不要通知？WA-20261122-001 客户电话，涉及32人。打算：不通知本人，报主管部门…
    机器人→钱卫东> WA-20261122-001 通知评估…
    机器人→钱卫东> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人→孙丽> WA-20261122-001 通知评估…
    机器人→孙丽> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人→赵国强> WA-20261122-001 通知评估…
    机器人→赵国强> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人> WA-20261122-001 的通知评估已交，等 林宓、钱卫东、孙丽、赵国强 决定。"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


async def test_somebody_else_decides_and_only_then_it_is_closed(chat: Chat) -> None:
    await chat.play(f"""{HANDED}
    吴管> /安全办结 WA-20261122-001 属实
    机器人> 还没有办结。属实的泄露要先做通知评估：…
    林宓> 按 [都要通知]
    机器人→吴管> WA-20261122-001 定了：通知本人，报主管部门。…
    机器人> [卡片] WA-20261122-001 已定：通知本人，报主管部门，告诉了 吴管。
    赵国强> 按 [同意这样办]
    机器人> [卡片] WA-20261122-001 林宓 已经定了：通知本人，报主管部门。
    吴管> /安全办结 WA-20261122-001 属实 已通知 32 人
    机器人→李四> WA-20261122-001：已处理好。已通知 32 人。…
    机器人> WA-20261122-001 已办结：属实。
    """)


async def test_it_is_sent_back(chat: Chat) -> None:
    await chat.play(f"""{HANDED}
    林宓> 按 [退回重填]
    机器人→吴管> WA-20261122-001 的通知评估退回了，请补全再交：发「/泄露评估 WA-20261122-001」。
    机器人> [卡片] WA-20261122-001 已退回给 吴管。
    """)


async def test_what_is_missing_is_said(chat: Chat) -> None:
    await chat.play(f"""{LEAKED}
    吴管> /泄露评估 WA-20261122-001 种类：客户电话 人数：32人
    机器人> 还差：原因、危害、措施、联系、通知本人、报主管部门。照着填好发给我，…
    吴管> /泄露评估 WA-20261122-001 {FORM} 通知本人：否 报主管部门：是
    机器人> 通知本人写了「否」，要写理由：…
    吴管> /泄露评估 WA-20261122-001 {FORM} 通知本人：看情况 报主管部门：是
    机器人> 通知本人没看懂，写「是」，或者「否，理由」。…
    """)


async def test_only_of_a_leak(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    吴管> /泄露评估 WA-20261122-001
    机器人> WA-20261122-001 是账号异常，只有信息泄露要做通知评估。
    """)
