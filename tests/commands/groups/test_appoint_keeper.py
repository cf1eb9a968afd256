"""Who looks after a group: who appoints whom, in which words, and who hears of it."""

from typing import Any

import pytest

from bot.errors import Code, UserError
from bot.identifiers import GroupId
from tests.chat import Chat
from tests.commands.groups.reading import read

A = {"group": "项目A工作群", "target": "王强"}


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("/任命群管 项目A工作群 @王强", {}),
        ("/任命群管 @王强 项目A工作群", {}),
        ("/任命群管 项目A工作群 王强 担任群管理员", {}),
        ("/任命群管 项目A工作群 副管 @王强", {"deputy": True}),
        ("/任命群管 项目A工作群 @王强 副群管理员", {"deputy": True}),
        ("/任命群管 项目A工作群 换成 @王强", {"instead": True}),
        ("/任命群管 项目A工作群 群管由郑群改为王强", {"instead": True}),
        ("/任命群管 项目A工作群 把郑群换成@王强", {"instead": True}),
        ("任命王强为项目A工作群的群管理员", {}),
        ("任命王强为项目A工作群的副群管理员", {"deputy": True}),
        ("让王强当项目A工作群的群管", {}),
        ("把项目A工作群的群管换成王强", {"instead": True}),
        ("项目A工作群的群管换成王强", {"instead": True}),
        ("项目A工作群群管改为王强", {"instead": True}),
        ("把王强设为项目A工作群的群管理员", {}),
        ("把项目A工作群的群管从郑群换成王强", {"instead": True}),
    ],
)
def test_whom_and_how(line: str, more: dict[str, Any]) -> None:
    understood = read(line, "李娜")
    assert understood.command.name == "任命群管"
    assert understood.explained() == {**A, **more}
    assert understood.needs_confirm is not line.startswith("/")


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/任命群管 项目A工作群 @王强", "张三", Code.NO_PERMISSION),
        ("/任命群管 项目A工作群 @王强", "郑群", Code.NO_PERMISSION),
        ("/任命群管 项目A工作群 @王强", "林宓", Code.NO_PERMISSION),
        ("/任命群管 项目A工作群 @王强", "郭涛", Code.NO_PERMISSION),
        ("/任命群管 集团高管工作群 @孙丽", "李娜", Code.NO_PERMISSION),
        ("/任命群管 集团高管工作群 @孙丽", "冯销", Code.NOT_FOUND),
        ("/任命群管 项目A工作群 @赵六", "李娜", Code.NOT_FOUND),
        ("/任命群管 项目A工作群 @刘洋", "李娜", Code.AMBIGUOUS_PERSON),
        ("/任命群管 项目A工作群 @王强 @张三", "李娜", Code.CLARIFY),
        ("/任命群管 项目A工作群", "李娜", Code.MISSING_ARG),
        ("/任命群管 @王强", "李娜", Code.MISSING_ARG),
        ("/任命群管 项目A工作群 @李娜", "李娜", Code.SELF_TARGET),
        ("/任命群管 项目A工作群 我", "李娜", Code.SELF_TARGET),
        ("/任命群管 项目A工作群 @郑群", "李娜", Code.DUPLICATE),
        ("/任命群管 项目A工作群 副管 @郑群", "李娜", Code.BAD_STATE),
        ("/任命群管 项目A工作群 把张三换成@王强", "李娜", Code.BAD_STATE),
        ("/任命群管 项目A营销微信平台 @小运营", "冯销", Code.MISSING_ARG),
        ("/任命群管 项目A营销微信平台 @小运营", "李娜", Code.NO_PERMISSION),
    ],
)
def test_refusals(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        read(line, sender)
    assert refused.value.code is code


async def test_in_place_of_another(chat: Chat) -> None:
    await chat.play("""
        李娜> /任命群管 项目A工作群 换成 @王强
        机器人→王强> 你现在是项目A工作群的群管理员，由集团行政人事部 李娜 任命。…
        机器人→郑群> 从现在起，你不再是项目A工作群的群管理员（集团行政人事部 李娜 办理），仍是群成员。
        机器人→项目A工作群> 本群现在的群管理员是 王强。
        机器人> 已任命 王强。项目A工作群现在的群管理员是 王强。
        企业微信里的群管理员，机器人设置不了，请群主在群设置里也改一下。
        郑群> /改群名 项目A工作群 项目A施工群
        机器人> …
    """)
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    assert (group.admins, "zhengqun" in group.members) == ({"wangqiang"}, True)


async def test_who_is_not_in_it_is_let_in(chat: Chat) -> None:
    await chat.play("""
        李娜> /任命群管 项目A工作群 副管 @王五
        机器人→王五> 你现在是项目A工作群的副群管理员，由集团行政人事部 李娜 任命。…
        机器人→项目A工作群> 本群现在的群管理员是 郑群，副群管理员是 王五。
        机器人> 已任命 王五。项目A工作群现在的群管理员是 郑群，副群管理员是 王五。对方还不在群里，正在拉进群。
        企业微信里的群管理员，机器人设置不了，请群主在群设置里也改一下。
    """)
    (errand,) = await chat.core.records.errands.open_ones()
    assert (errand.deed, errand.people, errand.exempt) == ("拉人进群", ("wangwu",), True)


async def test_a_marketing_platform_has_the_marketing_manager_or_a_reason(chat: Chat) -> None:
    await chat.play("""
        冯销> /任命群管 项目A营销微信平台 @小运营
        机器人> 按规定这个群由专人管，任命别人是什么原因？直接回复就行，10:10 前有效；不办了就回「算了」。
        冯销> 日常都是小运营在维护
        机器人→小运营> 你现在是项目A营销微信平台的群管理员，由营销经理 冯销 任命。…
        机器人> 已任命 小运营。…
    """)
