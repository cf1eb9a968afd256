"""A month is asked for by its name."""

from tests.chat import Chat


async def test_of_one_month(chat: Chat) -> None:
    await chat.play("""
        小运营> /宣传重点 1月
        机器人> 2027年1月的宣传重点还没有定。定一个发 /宣传重点 1月 内容。
        小运营> /宣传重点 1月 开门红
        机器人> 宣传重点由总裁办、营销经理、宣传组长、微信主管来定。有建议请告诉他们。
    """)
