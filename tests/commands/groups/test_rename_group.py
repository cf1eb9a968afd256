"""Another name for a group: who may ask, which words are the group and which the name, and what may stand."""

import pytest

from bot.errors import Code, UserError
from tests.chat import Chat
from tests.commands.groups.reading import read


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("/改群名 项目A工作群 项目A施工群", "项目A施工群"),
        ("/改群名 项目A群 项目A施工群", "项目A施工群"),
        ("/改群名 项目A工作群 项目A工作群二期", "项目A工作群二期"),
        ("/改群名 项目A工作群 改为 项目 A 施工群", "项目A施工群"),
        ("/改群名 项目A工作群的群名改成「项目A施工群」", "项目A施工群"),
        ("把项目A工作群改名为项目A施工群", "项目A施工群"),
        ("改群名：项目A工作群→项目A施工群", "项目A施工群"),
        ("把项目A工作群的名字改成项目A施工群", "项目A施工群"),
        ("给项目A工作群改个名字，叫项目A施工群", "项目A施工群"),
    ],
)
def test_group_and_name(line: str, name: str) -> None:
    understood = read(line, "郑群")
    assert understood.explained() == {"group": "项目A工作群", "name": name}
    assert understood.needs_confirm is not line.lstrip("/").startswith("改群名")


@pytest.mark.parametrize(
    "line",
    [
        "/改群名 项目A施工群",
        "/改群名 本群 项目A施工群",
        "把群名改成项目A施工群",
        "群名改为项目A施工群",
        "这个群改名叫项目A施工群",
    ],
)
def test_in_the_group_itself(line: str) -> None:
    assert read(line, "郑群", room="项目A工作群").explained() == {"group": "项目A工作群", "name": "项目A施工群"}


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/改群名 项目A工作群 项目A施工群", "张三", Code.NO_PERMISSION),
        ("/改群名 项目A工作群 项目A施工群", "郭涛", Code.NO_PERMISSION),
        ("/改群名 项目B工作群 项目B施工群", "郑群", Code.NO_PERMISSION),
        ("/改群名 集团高管工作群 项目A高管群", "郑群", Code.NOT_FOUND),
        ("/改群名 项目A工作群 群", "郑群", Code.LIMIT),
        ("/改群名 项目A工作群 吃货联盟", "郑群", Code.LIMIT),
        ("/改群名 项目A工作群 项目傻逼群", "郑群", Code.LIMIT),
        ("/改群名 项目A工作群 项目А施工群", "郑群", Code.LIMIT),
        ("/改群名 项目A工作群 项目A工作群", "郑群", Code.DUPLICATE),
        ("/改群名 项目A工作群 项目B工作群", "郑群", Code.DUPLICATE),
        ("/改群名 项目A工作群 项目b 工作群", "郑群", Code.DUPLICATE),
        ("/改群名 项目A工作群 集团高管工作群", "郑群", Code.LIMIT),
        ("/改群名 项目A工作群", "郑群", Code.MISSING_ARG),
        ("/改群名 项目A施工群", "郑群", Code.MISSING_ARG),
        ("给项目A工作群改个名字", "郑群", Code.MISSING_ARG),
    ],
)
def test_refusals(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        read(line, sender)
    assert refused.value.code is code
    assert "高管工作群" not in refused.value.sentence.replace("「集团高管工作群」", "")


async def test_the_office_does_it_at_once(chat: Chat) -> None:
    await chat.play("""
        李娜> /改群名 项目A工作群 项目A施工群
        机器人> GM-20261122-001 正在把项目A工作群改名为「项目A施工群」，办好了告诉你。
        ⏰ 2026-11-22 10:00
        机器人→郑群> [卡片] 请把项目A工作群改名为「项目A施工群」 GM-20261122-001；明天 18:00 前 [完成] [做不到]
        机器人→李娜> GM-20261122-001 把项目A工作群改名为「项目A施工群」，我自己办不了，已请 郑群 来办，…
        李娜> /改群名 项目A工作群 项目A二期群
        机器人> 项目A工作群正在改名为「项目A施工群」，等它办完再改。
        郑群> 按 [完成]
        机器人→李娜> GM-20261122-001 群名已改为「项目A施工群」，由 郑群 办的。
        机器人> [卡片] 请把项目A工作群改名为「项目A施工群」 已记下：已办好，已告诉 李娜。
        李娜> /改群名 项目A工作群 项目A二期群
        机器人> GM-20261122-002 正在把项目A施工群改名为「项目A二期群」，办好了告诉你。
    """)


ASKED = """
    郑群> /改群名 项目A工作群 项目A施工群
    机器人→李娜> …
    机器人→周敏> …
    机器人> 已提交 RQ-20261122-001：把项目A工作群改名为「项目A施工群」。等 李娜 或 周敏 审批。"""


async def test_agreed(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    李娜> 按 [同意]
    机器人→周敏> RQ-20261122-001 李娜同意了。
    机器人→郑群> RQ-20261122-001 把项目A工作群改名为「项目A施工群」：已同意（李娜，10:00）。接下来改名，办好了告诉你。
    机器人> [卡片] 郑群 申请把项目A工作群改名为「项目A施工群」 已同意（李娜，10:00）。
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 请把项目A工作群改名为「项目A施工群」 RQ-20261122-001；明天 18:00 前 [完成] [做不到]
    """)


async def test_another_group_took_the_name_meanwhile(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    李娜> /改群名 项目B工作群 项目A施工群
    机器人> GM-20261122-001 正在把项目B工作群改名为「项目A施工群」，办好了告诉你。
    ⏰ 2026-11-22 10:00
    机器人→郭涛> …
    机器人→李娜> …
    郭涛> 按 [完成]
    机器人→李娜> …
    机器人> …
    周敏> 按 [同意]
    机器人→李娜> …
    机器人→郑群> RQ-20261122-001 把项目A工作群改名为「项目A施工群」：已同意（周敏，10:00）。不过「项目A施工群」刚刚…
    机器人> …
    """)


async def test_it_may_have_that_name_meanwhile(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    李娜> /改群名 项目A工作群 项目A施工群
    机器人> GM-20261122-001 …
    ⏰ 2026-11-22 10:00
    机器人→郑群> …
    机器人→李娜> …
    郑群> 按 [完成]
    机器人→李娜> …
    机器人> …
    周敏> 按 [同意]
    机器人→李娜> …
    机器人→郑群> RQ-20261122-001 把项目A工作群改名为「项目A施工群」：已同意（周敏，10:00）。它已经叫这个名字了，…
    机器人> …
    """)
