"""A leak is seen by those alone who must, nothing of it is said in a group, and each look is noted."""

from collections.abc import Sequence

import pytest

from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.models.privacy import DataViewRecord
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.security.incidents import LEAKED


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("客户名单发错群了", "客户名单发错群"),
        ("/泄露 工资表发到外面了", "工资表发到外面"),
        ("有人把图纸卖给竞争对手", "有人把图纸卖给竞争对手"),
    ],
)
def test_how_it_is_understood(line: str, text: str) -> None:
    said = explain(Utterance(line, sender="李四"), FILE, BOOK)
    assert (said["command"], said["needs_confirm"]) == ("泄露", False)
    assert said["args"] == {"urgent": True, "text": text}


async def test_in_a_group_nothing_of_it_is_said(chat: Chat) -> None:
    await chat.play("""
    李四@项目A工作群> 客户名单发错群了
    机器人→吴管> [卡片] 紧急！信息泄露 WA-20261122-001 李四（生产部）10:00 在项目A工作群报告：…
    机器人@项目A工作群> 已私聊你。
    机器人→李四> [卡片] 先这样做 …
    李四@项目A工作群> /泄露
    机器人@项目A工作群> 已私聊你。
    机器人→李四> …
    """)


async def test_each_look_is_noted_and_others_find_nothing(chat: Chat) -> None:
    await chat.play(f"""{LEAKED}
    吴管> /安全事件 WA-20261122-001
    机器人→吴管> WA-20261122-001 信息泄露，待处理…
    机器人> [卡片] 紧急！信息泄露 WA-20261122-001 …
    林宓> /安全事件 WA-20261122-001
    机器人> 没有要你处理的安全事件 WA-20261122-001。…
    郑群> /安全事件 WA-20261122-001
    机器人> 「安全事件」由…
    """)
    views = await DataViewRecord.all().values_list("viewer", "whose", "what", "about")
    assert views == [("wuguan", "lisi", "安全事件", "WA-20261122-001")]


async def test_who_is_named_in_it_does_not_get_it(chat: Chat) -> None:
    await chat.play("""
    李四> 吴管把客户数据卖给别的公司了
    机器人→林宓> [卡片] 紧急！信息泄露 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    """)
