"""Two of the management group give back what two took, and nobody to himself."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import SUSPENDED, knows_suspending


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (moderation_clock,)


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, company=knows_suspending)
    yield chat
    await chat.close()


async def test_two_give_it_back(chat: Chat) -> None:
    await chat.play(f"""{SUSPENDED}
    王强> /恢复 @张三 查清了
    机器人→周敏> [卡片] 王强 申请恢复 张三 的权限（WG-20261122-001） RQ-20261122-002 …
    机器人> 恢复也需管理小组双人审批。已提交 RQ-20261122-002：恢复 张三 的权限（WG-20261122-001），等 周敏 决定。
    周敏> 按 [同意]
    机器人→张三> 你的权限停用已提前解除（WG-20261122-001），可以正常用了。
    机器人→王强> RQ-20261122-002 …
    机器人> …
    张三> /我的群
    机器人> …
    ⏰ 2026-11-25 11:00
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("周敏", "/恢复 @张三", Code.BAD_STATE),
        ("周敏", "/恢复", Code.MISSING_ARG),
        ("周敏", "/恢复 @周敏", Code.SELF_TARGET),
        ("郑群", "/恢复 @张三", Code.NO_PERMISSION),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, expected: Code) -> None:
    said = explain(Utterance(line, sender=who), FILE, BOOK)
    assert (said["command"], said["error"]) == ("恢复", expected)
