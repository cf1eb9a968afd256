"""Agreeing to rules in words: in the group, in private, and what the same word means to an approver."""

from collections.abc import Sequence

import pytest

from bot.discovery import find_commands
from bot.domain.groups.rules import ConsentState, Way
from bot.errors import UserError
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from bot.shapes.arguments import Scene
from bot.shapes.job import Job
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import understand
from scheduler.group_rules import ask_about_rules
from tests.chat import SAMPLE_COMPANY, Chat
from tests.commands.approvals.scenes import OPENED

FILE = load(SAMPLE_COMPANY)
BOOK = find_commands()
A = "项目A工作群"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (ask_about_rules,)


def heard(sender: str, line: str, room: str | None = None) -> tuple[str, dict[str, object], bool] | None:
    (person,) = FILE.company.named(sender)
    group = next((each for each in FILE.company.groups if each.name == room), None)
    understood = understand(line, Scene(person, FILE.company, FILE.now, in_group=room is not None, group=group), BOOK)
    if isinstance(understood, SmallTalk):
        return None
    return understood.command.name, understood.explained(), understood.needs_confirm


@pytest.mark.parametrize(
    "line",
    [
        "/同意",
        "同意",
        "@小助手 同意",
        "同意！",
        "我同意",
        "同意群规",
        "/同意 群规",
        "同意本群群规",
        "同意本群的群规",
        "我同意遵守群规",
        "同意并遵守群规",
        "同意以上群规",
        "同意 项目A工作群",
        "同意项目A群的群规",
        "/ty",
    ],
)
def test_in_a_group_it_is_said_to_its_rules(line: str) -> None:
    assert heard("张三", line, A) == ("同意", {"policy": "群规", "group": A}, False)


@pytest.mark.parametrize(
    "line",
    [
        "好的，同意",
        "收到，同意",
        "OK 同意",
        "我完全同意",
        "已阅读并同意群规",
        "我已阅读，同意",
        "看完了，同意",
        "我愿意遵守本群群规",
        "接受群规",
    ],
)
def test_a_sentence_is_asked_back(line: str) -> None:
    assert heard("张三", line, A) == ("同意", {"policy": "群规", "group": A}, True)


@pytest.mark.parametrize("line", ["/同意 群规 项目A", "同意 项目A工作群", "同意项目A工作群群规", "我同意项目A群的群规"])
def test_in_private_the_group_is_named(line: str) -> None:
    command, args, _ = heard("张三", line) or ("", {}, False)
    assert (command, args) == ("同意", {"policy": "群规", "group": A})


@pytest.mark.parametrize("room", [None, A])
@pytest.mark.parametrize("line", ["/同意 RQ-20261122-001", "同意 rq20261122001", "RQ-20261122-001 同意"])
def test_with_a_number_it_is_said_to_that_request(line: str, room: str | None) -> None:
    command, args, _ = heard("王强", line, room) or ("", {}, False)
    assert (command, args) == ("同意申请", {"id": "RQ-20261122-001"})


@pytest.mark.parametrize("line", ["同意", "我同意", "同意。", "好的，同意", "批准"])
def test_in_private_alone_it_is_said_to_what_waits(line: str) -> None:
    assert heard("王强", line) == ("同意申请", {}, True)


@pytest.mark.parametrize("line", ["同意群规", "同意新群规", "我已阅读并同意群规"])
def test_in_private_rules_are_meant_where_they_are_named(line: str) -> None:
    assert heard("张三", line) == ("同意", {"policy": "群规"}, True)


@pytest.mark.parametrize("line", ["同意你的看法", "同意不了", "我同意张三说的"])
def test_what_is_no_consent(line: str) -> None:
    with pytest.raises(UserError):
        heard("张三", line, A)


@pytest.mark.parametrize("line", ["同意了吗", "同意？", "同意是什么意思"])
def test_a_question_is_answered(line: str) -> None:
    assert (heard("张三", line, A) or ("",))[0] == "帮助"


async def test_what_is_noted_down(chat: Chat) -> None:
    await chat.play(f"""
    张三@{A}> 同意
    机器人@{A}> 已记下：张三 同意{A}的群规（第 1 版）。想看内容发 /群规。
    张三@{A}> 我同意
    机器人@{A}> 10:00 你同意了这一版。想收回就回复「/不同意 群规 {A}」。
    """)
    (said,) = await chat.core.records.consents.of_user(UserId("zhangsan"))
    assert (said.group, said.version, said.state, said.way) == (
        GroupId("projecta"),
        1,
        ConsentState.AGREED,
        Way.TYPED,
    )


async def test_in_private(chat: Chat) -> None:
    await chat.play(f"""
    张三> /同意 {A}的群规
    机器人> 已记下：你同意{A}的群规（第 1 版）。想看内容发 /群规 {A}。
    张三> /同意 群规
    机器人> 现在没有等你表态的群规。想同意哪个群的，写上群名，例如 /同意 群规 项目A工作群。
    李四> 同意 {A}
    机器人> 登记的名单里没有你，群规只由群成员同意。你要是在{A}里，请到群里 @我 发「同意」。
    李四> 同意 集团高管工作群的群规
    机器人> 没有找到「集团高管工作群」。…
    """)


async def test_in_a_room_that_nobody_registered(chat: Chat) -> None:
    await chat.play("""
    张三@陌生群> 同意
    机器人@陌生群> 这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。
    """)


async def test_a_request_that_waits_goes_first(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> 同意
    机器人> [卡片] 你是想「同意申请 RQ-20261122-001」吗？ …
    赵国强@{A}> 同意
    机器人→赵国强> 你在{A}里说的「同意」记作同意群规。等你审批的 1 条申请没有动，发 /待办 看。
    机器人@{A}> 已记下：赵国强 同意{A}的群规（第 1 版）。想看内容发 /群规。
    """)
