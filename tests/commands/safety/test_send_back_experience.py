from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, WAITING


async def test_only_by_who_looks_it_through(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        李四> /退回经验 {NUMBER} 写得不好
        机器人> 「退回经验」由集团高管、管理小组、安全管理员使用。发 /帮助 看看你能用什么。
        王强> /退回经验 {NUMBER} 写得不好
        机器人> {NUMBER} 不归你审：由另一位安全管理员来看，写的人不能审自己的。
    """)
