from tests.chat import Chat
from tests.commands.surveys.asked import ACTIVITY


async def test_who_has_not_signed_up_gives_up_nothing(chat: Chat) -> None:
    await chat.play(f"""{ACTIVITY}
        张三> /取消报名 HD-20261122-001
        机器人> 你没有报名，不用退出。
    """)
