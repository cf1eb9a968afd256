from tests.chat import Chat


async def test_news_told_anew_is_one_task(chat: Chat) -> None:
    await chat.say("王强", "/部门动态 周五下午开放参观")
    await chat.say("王强", "/部门动态 改到周六上午开放参观")
    chat.said()
    await chat.play("""
        小运营> /公告待办
        机器人> 待答复 1 条：
        · HF-20261122-001 生产部报来的动态，王强：改到周六上午开放参观（11月24日(周二) 17:30 前）
        答复发 /答复 编号 内容。
        张三> /公告待办
        机器人> 现在没有等你答复的。
    """)
