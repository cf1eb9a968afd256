"""Only what waits for him; who answers nothing has nothing."""

from tests.chat import Chat


async def test_nothing_for_others(chat: Chat) -> None:
    await chat.play("""
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    李四> /求助待办
    机器人> 没有等你答复的求助。
    """)


async def test_many_are_cards_and_a_list(chat: Chat) -> None:
    for number in range(1, 8):
        await chat.say("张三", f"/求助 第{number}台打印机没墨了")
    chat.said()
    await chat.say("吴管", "/求助待办")
    *cards, said = chat.said()
    assert len(cards) == 5
    assert said.words.startswith(
        "有 7 条等你，见下面的卡片。\n还有 2 条，先办上面的：\n· QZ-20261122-006 技术·等人接手"
    )
