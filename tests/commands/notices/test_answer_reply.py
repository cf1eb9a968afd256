from tests.chat import Chat


async def test_others_learn_nothing_of_it(chat: Chat) -> None:
    await chat.say("王强", "/部门动态 周五下午开放参观")
    chat.said()
    await chat.play("""
        张三> /答复 HF-20261122-001 好
        机器人> 没有归你答复的这一条。发 /公告待办 看有哪些。
        小运营> /答复 HF-20261122-001 收到，周四发到全员群
        机器人→王强> 你说的「周五下午开放参观」，小运营答复：
        收到，周四发到全员群
        （HF-20261122-001）
        机器人> 已答复 王强（HF-20261122-001）。
    """)
