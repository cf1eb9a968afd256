"""One's own reports, by a sentence too; another's are nobody's."""

from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN


async def test_own_ones_alone(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    张三> 我的举报有结果了吗
    机器人> 你的举报：
    · JB-20261122-001 黄赌毒和暴力，处理中
    郑群> /我的举报
    机器人> 你没有举报记录。要反映违规，私聊我发 /举报 谁 什么事，可以匿名。
    """)
