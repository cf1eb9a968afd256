"""Steps may be noted by their places; one that there isn't changes nothing."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.security.incidents import TOLD


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


async def test_by_places(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    吴管> /安全处置 WA-20261122-001 9
    机器人> 没有第 9 步，还有 7 步没做，什么都没有记。
    吴管> /安全处置 WA-20261122-001
    机器人> 做了第几步？…
    吴管> 1、2、3
    机器人> 记下了：打电话核实是不是本人、在管理后台停用账号、让本人改密码、退出其他设备。还没做：1 查最近的登录设备；…
    吴管> /安全处置 WA-20261122-001 1，2，3，4
    机器人> 记下了：…
    林宓> /安全处置 WA-20261122-001 1
    机器人> 没有要你处理的安全事件 WA-20261122-001。…
    """)
