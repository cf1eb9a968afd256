"""Alone it lists the words; a part of a word finds it."""

from tests.chat import Chat


async def test_the_list_and_a_part(chat: Chat) -> None:
    await chat.say("张三", "/术语")
    (said,) = chat.said()
    assert said.words.startswith("有这些：企业微信、管理者、使用者、")
    await chat.play("""
    张三> /术语 脱密
    机器人> 脱密处理：把涉密的内容去掉或改写，让剩下的可以传递。
    """)
