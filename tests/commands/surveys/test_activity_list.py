from tests.chat import Chat
from tests.commands.surveys.asked import ACTIVITY


async def test_its_author_alone_sees_who_comes(chat: Chat) -> None:
    await chat.play(f"""{ACTIVITY}
        张三> 按 [报名]
        机器人> …
        何苗> /活动名单 HD-20261122-001
        机器人> 没有找到发给你的 HD-20261122-001。核对编号，或看看发给你的卡片。名单只给发起人看。
        郑群> /活动名单 HD-20261122-001
        机器人→郑群> [文件 活动名单-HD-20261122-001.xlsx] HD-20261122-001「羽毛球赛」的名单，1 人。
        机器人> HD-20261122-001「羽毛球赛」：报名 1/2 人。
        张三
    """)
