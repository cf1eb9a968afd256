from tests.chat import Chat
from tests.commands.surveys.asked import ACTIVITY


async def test_only_whom_it_is_for(chat: Chat) -> None:
    await chat.play(f"""{ACTIVITY}
        林宓> /报名 HD-20261122-001
        机器人> 没有找到发给你的 HD-20261122-001。核对编号，或看看发给你的卡片。
        张三@项目A工作群> /报名 HD-20261122-001
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 报上了，还剩 1 个名额。…
    """)
