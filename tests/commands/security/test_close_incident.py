"""An end has a finding, and is reached once."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.security.incidents import TOLD


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


async def test_an_end(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    吴管> /安全办结 WA-20261122-001
    机器人> 结论是什么？…
    吴管> 未查实 登录记录看不到
    机器人→张三> WA-20261122-001：查过了，没有查实。登录记录看不到。再有情况马上说。
    机器人> WA-20261122-001 已办结：没有查实。
    吴管> /安全办结 WA-20261122-001 属实
    机器人> WA-20261122-001 已经办结（没有查实），什么都没有改动。
    """)
