from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import draft, let_go


async def test_drawn_from_the_library(chat: Chat) -> None:
    await draft(chat)
    await chat.play(f"""
        陈安> /培训题 {NUMBER} 消防 4题
        机器人> [卡片] 培训草稿：消防 {NUMBER} 11月27日(周五) 14:00，食堂，1 小时
        对象：张三、李四，2 人；讲师：陈安；考试 4 题。…
        陈安> /培训题 {NUMBER} 清空
        机器人> [卡片] 培训草稿：消防 {NUMBER} 11月27日(周五) 14:00，食堂，1 小时
        对象：张三、李四，2 人；讲师：陈安；考试 0 题。…
    """)


async def test_what_is_no_question(chat: Chat) -> None:
    await draft(chat)
    how = "一行写完：题目 A. 选项 B. 选项 答案A 解释……，例如：灭火器先做什么？A. 拔保险销 B. 直接喷 答案A"
    await chat.play(f"""
        陈安> /培训题 {NUMBER} 灭火器怎么用？
        机器人> 没看懂这道题。{how}
        陈安> /培训题 {NUMBER} 灭火器怎么用？A. 拔销 答案A
        机器人> 选项要 2 到 4 个，答案是其中一个。{how}
        陈安> /培训题 {NUMBER} 消防 20题
        机器人> 一次考试 1 到 10 题。
        陈安> /培训题 {NUMBER} 量子力学 5题
        机器人> 题库里没有「量子力学」的题。换个词，或者自己写。{how}
    """)


async def test_they_stand_fast_once_people_were_told(chat: Chat) -> None:
    await draft(chat)
    await let_go(chat)
    await chat.play(f"""
        陈安> /培训题 {NUMBER} 消防 5题
        机器人> {NUMBER} 已通知，题目不能再改。
        王强> /培训题 {NUMBER} 消防 5题
        机器人> 题目由组织的人和讲师来出。
    """)
