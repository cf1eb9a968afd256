"""The board is for those who publish."""

from tests.chat import Chat


async def test_others_are_told_whom_to_tell(chat: Chat) -> None:
    await chat.play("""
        张三> /选题表
        机器人> 「选题表」由运营、总裁办、营销经理、宣传组长、微信主管、页面管理员使用。选题表由宣传小组来看。…
    """)
