"""Leaving a group: by the app or by one's own hand, never behind the rules, and the keepers hear of it."""

from collections.abc import Sequence

import pytest

from bot.errors import Code
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.members.comings import ERRANDS, explained, in_app_groups, members, with_group

ACCEPTED = """
    张三> /退群 项目A工作群
    机器人> [卡片] 确定要退群 项目A工作群吗？ 10:30 前有效 [确认] [算了]
    张三> 按 [确认]
    机器人> [卡片] 已确认：退群 项目A工作群 TQ-20261122-001 已受理，不用审批，办好了告诉你和群管理员。"""
OWN_HAND = f"""{ACCEPTED}
    ⏰ 2026-11-22 10:00
    机器人→张三> [卡片] 请在企业微信里退出项目A工作群 TQ-20261122-001；明天 18:00 前 [完成] [做不到]"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ERRANDS


async def test_by_the_app(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play(f"""{ACCEPTED}
    ⏰ 2026-11-22 10:00
    机器人→张三> TQ-20261122-001 已退出项目A工作群，由应用办的。
    机器人→郑群> 张三 退出了项目A工作群（TQ-20261122-001），由应用办的。
    """)
    assert UserId("zhangsan") not in await members(chat, "projecta") | app.members("项目A工作群")
    await chat.close()


async def test_by_his_own_hand(chat: Chat) -> None:
    await chat.play(f"""{OWN_HAND}
    张三> /退群 项目A工作群
    机器人> [卡片] 确定要退群 项目A工作群吗？ 10:30 前有效 [确认] [算了]
    张三> 按 [确认]
    机器人> [卡片] 没有办成 TQ-20261122-001 已经在办了，办好了会告诉你，不用再发一次。
    """)
    assert UserId("zhangsan") in await members(chat, "projecta")


async def test_once_he_has_done_it(chat: Chat) -> None:
    await chat.play(f"""{OWN_HAND}
    张三> 按 [完成]
    机器人→郑群> 张三 退出了项目A工作群（TQ-20261122-001），由 张三 自己办的。
    机器人> [卡片] 请在企业微信里退出项目A工作群 已记下：已办好。这个群的名单我看不到，只能以你说的为准。
    张三> /退群 项目A工作群
    机器人> 你不在项目A工作群里，不用退。发 /我的群 看你在哪些群里。
    """)
    assert UserId("zhangsan") not in await members(chat, "projecta")


async def test_the_keepers_hear_why(database: Database) -> None:
    chat, _ = await in_app_groups(database)
    await chat.play("""
    张三> /退群 项目A工作群 调到研发部
    机器人> …
    张三> 按 [确认]
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→张三> TQ-20261122-001 已退出项目A工作群，由应用办的。
    机器人→郑群> 张三 退出了项目A工作群，原因：调到研发部（TQ-20261122-001），由应用办的。
    """)
    await chat.close()


async def test_refused_by_wecom_then_by_his_own_hand(database: Database) -> None:
    chat, app = await in_app_groups(database)
    app.answers = [Outcome(Verdict.REFUSED, errcode=86205)]
    await chat.play(OWN_HAND)
    await chat.close()


async def test_from_within_the_group(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> /退群
    机器人@项目A工作群> [卡片] 确定要退群吗？ 10:30 前有效 [确认] [算了]
    张三@项目A工作群> 按 [算了]
    机器人@项目A工作群> …
    """)


@pytest.mark.parametrize(
    ("who", "line", "expected"),
    [
        ("欧阳静", "/退群 集团工作群", Code.MANDATORY_GROUP),
        ("李娜", "/退群 集团工作群", Code.MANDATORY_GROUP),
        ("郑群", "/退群 项目A工作群", Code.OWNER_TRANSFER_FIRST),
        ("冯销", "/退群 项目A营销微信平台", Code.OWNER_TRANSFER_FIRST),
        ("李四", "/退群 项目A工作群", Code.BAD_STATE),
        ("李四", "/退群 项目工作群", Code.AMBIGUOUS_GROUP),
        ("李四", "/退群", Code.MISSING_ARG),
        ("张三", "我想退出项目A群", "项目A工作群"),
        ("张三", "帮我退出项目A工作群吧", "项目A工作群"),
        ("张三", "退群 项目A工作群", "项目A工作群"),
        ("张三", "把我移出项目A工作群", "项目A工作群"),
        ("张三", "我不想待在项目A群里了", "项目A工作群"),
        ("张三", "我想退出项目A群，调岗了", "项目A工作群"),
        ("张三", "离开项目A群", "项目A工作群"),
        ("张三", "我要退群", Code.MISSING_ARG),
    ],
)
def test_how_it_is_understood(who: str, line: str, expected: str) -> None:
    assert explained(who, line) in (("退群", expected, False), ("退群", expected, True))


async def test_an_owner_hands_over_first(database: Database) -> None:
    chat = await Chat.open(
        database, jobs=ERRANDS, company=lambda each: with_group(each, "projecta", owner=UserId("zhangsan"))
    )
    await chat.play("""
    张三> /退群 项目A工作群
    机器人> 你是项目A工作群的群主，要先把群交出去才能退：发 /转让群主 项目A工作群 @接手的同事
    """)
    await chat.close()
