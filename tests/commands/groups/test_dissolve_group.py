"""Giving up a group: who decides, who is asked to do it, and what becomes of all that waited for it."""

import pytest

from bot.domain.groups.group import GroupState
from bot.errors import Code, UserError
from bot.identifiers import GroupId
from tests.chat import Chat
from tests.commands.groups.reading import read

REASON = "项目结束了"


@pytest.mark.parametrize(
    "line",
    [
        "/解散群 项目A工作群 项目结束了",
        "/解散群 项目A工作群 原因：项目结束了",
        "/解散群 项目A工作群，因为项目结束了",
        "把项目A工作群解散，项目结束了",
        "申请解散项目A工作群，项目结束了",
        "项目A工作群要解散了，项目结束了",
        "把项目A工作群解散了吧，项目结束了",
    ],
)
def test_always_asked_back(line: str) -> None:
    understood = read(line, "郑群")
    assert (understood.command.name, understood.needs_confirm) == ("解散群", True)
    assert understood.explained() == {"group": "项目A工作群", "reason": REASON}


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/解散群 项目A工作群 不想要了", "张三", Code.NO_PERMISSION),
        ("/解散群 项目B工作群 不想要了", "郑群", Code.NO_PERMISSION),
        ("/解散群 集团高管工作群 不想要了", "郑群", Code.NOT_FOUND),
        ("/解散群 项目A工作群", "郑群", Code.MISSING_ARG),
        ("项目A工作群不用了，解散吧", "郑群", Code.MISSING_ARG),
        ("解散项目A工作群", "郑群", Code.MISSING_ARG),
    ],
)
def test_refusals(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        read(line, sender)
    assert refused.value.code is code


APPROVED = """
    郑群> /解散群 项目A工作群 项目结束了
    机器人> …
    郑群> 按 [确认]
    机器人→赵国强> …
    机器人> …
    赵国强> 按 [同意]
    机器人→项目A工作群> 本群经批准将要解散（RQ-20261122-001）。要留的文件和记录，请先存好。
    机器人→郑群> RQ-20261122-001 解散项目A工作群：已同意（赵国强，10:00）。企业微信不让机器人解散群，…
    机器人> [卡片] 郑群 申请解散项目A工作群 已同意（赵国强，10:00）。
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请解散项目A工作群 RQ-20261122-001；原因：项目结束了；明天 18:00 前 [完成] [做不到]"""


async def test_what_waited_for_it_ends(chat: Chat) -> None:
    await chat.play(f"""{APPROVED}
    郑群> /改群名 项目A工作群 项目A施工群
    机器人→李娜> …
    机器人→周敏> …
    机器人> …
    李娜> /改群名 项目A工作群 项目A旧群
    机器人> GM-20261122-001 正在把项目A工作群改名为「项目A旧群」，办好了告诉你。
    郑群> /解散群 项目A工作群 再说一遍
    机器人> …
    郑群> 按 [确认]
    机器人> [卡片] 没有办成 项目A工作群已经批准解散（RQ-20261122-001），正等人在企业微信里操作。
    """)
    await chat.play("""
    郑群> 按 [完成]
    机器人→郑群> RQ-20261122-001 项目A工作群已解散，由 郑群 办的。
    机器人→李娜> GM-20261122-001 项目A工作群已经解散，这件事不用办了。
    机器人→李娜> RQ-20261122-002 这件事不用办了，不用再审批。
    机器人→周敏> RQ-20261122-002 这件事不用办了，不用再审批。
    机器人→郑群> RQ-20261122-002 把项目A工作群改名为「项目A施工群」：项目A工作群已经解散，这件事不用办了。
    机器人> [卡片] 请解散项目A工作群 已记下：已办好。
    郑群> /改群名 项目A工作群 项目A施工群
    机器人> …
    """)
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert group.state is GroupState.CLOSED


async def test_it_may_be_impossible(chat: Chat) -> None:
    await chat.play(f"""{APPROVED}
    郑群> 按 [做不到]
    机器人→郑群> RQ-20261122-001 没办成：解散项目A工作群。郑群 说做不到，请直接找对方问明原因。
    机器人> [卡片] 请解散项目A工作群 已记下：没办成。
    """)


async def test_whoever_approves_such_groups_is_asked_though_he_asks_himself(chat: Chat) -> None:
    """Nobody decides on his own request: the line above is asked, and there is none."""
    await chat.play("""
        林宓> /解散群 集团高管工作群 换新群
        机器人> …
        林宓> 按 [确认]
        机器人→赵国强> [卡片] 林宓 申请解散集团高管工作群 RQ-20261122-001 原因：换新群 人数：4 人 [同意] [驳回]
        机器人> …
    """)
