"""Who no longer looks after a group."""

import pytest

from bot.errors import Code, UserError
from tests.chat import Chat
from tests.commands.groups.reading import read


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/免去群管 项目A工作群 @郑群", "郑群", Code.NO_PERMISSION),
        ("/免去群管 项目A工作群 @郑群", "林宓", Code.NO_PERMISSION),
        ("/免去群管 项目A工作群 @张三", "李娜", Code.BAD_STATE),
        ("/免去群管 项目A工作群 @郑群", "李娜", Code.BAD_STATE),
        ("项目A工作群不再由郑群担任群管", "李娜", Code.BAD_STATE),
        ("郑群不再担任项目A工作群的群管理员", "李娜", Code.BAD_STATE),
        ("免去郑群的项目A工作群群管", "李娜", Code.BAD_STATE),
        ("撤销郑群的群管", "李娜", Code.MISSING_ARG),  # a colleague who is called like a group
    ],
)
def test_refusals(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        read(line, sender)
    assert (refused.value.code, refused.value.command) == (code, "免去群管")


async def test_a_deputy(chat: Chat) -> None:
    await chat.play("""
        李娜> /任命群管 项目A工作群 副管 @张三
        机器人→张三> …
        机器人→项目A工作群> …
        机器人> …
        周敏> 张三不再当项目A工作群的副群管了
        机器人> [卡片] 你是想「免去群管 张三 项目A工作群」吗？ 10:30 前有效 [确认] [算了]
        周敏> 按 [确认]
        机器人→张三> 从现在起，你不再是项目A工作群的群管理员（集团行政人事部 周敏 办理），仍是群成员。
        机器人→项目A工作群> 本群现在的群管理员是 郑群。
        机器人> …
    """)
