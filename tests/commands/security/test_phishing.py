"""Whoever is told to pay, or for a code, reads at once that he is not to; it gets worse if he did."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.security.incident import MOST_AN_HOUR
from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.models.security import IncidentRecord
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("总裁加我微信让我马上转20万到这个账户", {"urgent": True, "text": "自称总裁要求转账20万"}),
        ("领导让我转账是真的吗", {"urgent": True, "text": "自称领导要求转账"}),
        ("供应商发邮件说换收款账号了", {"urgent": True, "text": "自称供应商要求换收款账号"}),
        ("自称客服让我把验证码发给他", {"urgent": True, "text": "自称客服要验证码"}),
        ("点了个链接让我输密码", {"urgent": True, "text": "点了个链接让我输密码"}),
        ("收到一个领加班费补贴的链接", {"text": "领加班费补贴的链接"}),
        ("/钓鱼举报 http://oa-login.example/x 让填密码", {"text": "http://oa-login.example/x 让填密码"}),
    ],
)
def test_how_it_is_understood(line: str, expected: dict[str, object]) -> None:
    said = explain(Utterance(line, sender="欧阳静"), FILE, BOOK)
    assert (said["command"], said["needs_confirm"]) == ("钓鱼举报", False)
    assert {key: value for key, value in said["args"].items() if key in expected} == expected


async def test_it_gets_worse(chat: Chat) -> None:
    await chat.play("""
    欧阳静> 总裁加我微信让我马上转20万到这个账户
    机器人→吴管> [卡片] 紧急！钓鱼诈骗 WA-20261122-001 …
    机器人> [卡片] 先这样做 1. 先别转账，…
    欧阳静> 被骗了，我已经转了20万
    机器人→吴管> [卡片] 紧急！已经转账 WA-20261122-001 报告人补充：被骗了，我已经转了20万…
    机器人→马丽> [卡片] 紧急！已经转账 WA-20261122-001 报告人补充：被骗了，我已经转了20万…
    机器人> [卡片] 先这样做 1. 马上打 110，说被骗转账，…
    """)


async def test_one_person_floods_nobody(chat: Chat) -> None:
    lines = ("客户资料泄露了", "我的账号被盗了", "总裁加我微信让我马上转20万到这个账户")
    for minute in range(0, 55, 11):
        await chat.advance(chat.clock.now() + timedelta(minutes=minute and 11))
        for line in lines:
            await chat.say("欧阳静", line)
    assert await IncidentRecord.all().count() == MOST_AN_HOUR
