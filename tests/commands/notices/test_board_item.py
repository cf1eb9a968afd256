"""What is said of items where there is no channel, or no right."""

from tests.chat import Chat


async def test_without_a_title_or_a_right(chat: Chat) -> None:
    await chat.play("""
        小运营> /选题 XT-20261122-001
        机器人> 怎么处理？可以写 下一步、通过、退回、已发 链接、反馈 内容、不做了。…
        小运营> 下一步
        机器人> 没有选题 XT-20261122-001。发 /选题表 看有哪些。
        张三> /选题 老师傅
        机器人> 「选题」由运营、总裁办、营销经理、宣传组长、微信主管、页面管理员使用。选题由宣传小组来管。…
    """)
