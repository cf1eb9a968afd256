from tests.chat import Chat
from tests.commands.surveys.asked import SURVEY


async def test_readers_wait_for_its_end(chat: Chat) -> None:
    await chat.play(f"""{SURVEY}
        张三> /征集结果 ZJ-20261122-001
        机器人> ZJ-20261122-001 还没结束，结束后公布结果。
        郑群> /结束征集 ZJ-20261122-001
        机器人> [卡片] …
        郑群> 按 [确认]
        机器人→郑群> ZJ-20261122-001「团建去哪」结束了：0/9 人答了。…
        机器人→项目A工作群> ZJ-20261122-001「团建去哪」结束了：0/9 人答了。…
        机器人> …
        张三> /征集结果 ZJ-20261122-001
        机器人> ZJ-20261122-001「团建去哪」结束了：0/9 人答了。…
        林宓> /征集结果 ZJ-20261122-001
        机器人> 没有找到发给你的 ZJ-20261122-001。核对编号，或看看发给你的卡片。
    """)
