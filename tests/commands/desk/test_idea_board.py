"""What most people want comes first."""

from tests.chat import Chat


async def test_in_the_order_of_those_who_want_it(chat: Chat) -> None:
    for words in ("食堂晚上加一个面食窗口", "车间加两台饮水机"):
        await chat.say("张三", f"/建议 {words}")
    for number in ("001", "002"):
        await chat.say("小运营", f"/回复建议 XJ-20261122-{number} 考虑 先看看")
    await chat.say("李四", "/附议 XJ-20261122-001")
    chat.said()
    await chat.play("""
    李四> /建议看板
    机器人> 建议看板：
    · XJ-20261122-001 考虑中，1 人附议：食堂晚上加一个面食窗口（先看看）
    · XJ-20261122-002 考虑中：车间加两台饮水机（先看看）
    也想要哪一条，发 /附议 编号。
    """)
