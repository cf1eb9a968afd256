from tests.chat import Chat
from tests.commands.surveys.asked import ACTIVITY


async def test_what_is_mine(chat: Chat) -> None:
    await chat.play(f"""{ACTIVITY}
        张三> 按 [报名]
        机器人> …
        张三> /我的活动
        机器人> 你报名的：
        · HD-20261122-001「羽毛球赛」：12月5日(周六) 14:00，报名了
        郑群> /我的活动
        机器人> 你发起的：
        · HD-20261122-001「羽毛球赛」：进行中
    """)
