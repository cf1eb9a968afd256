from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import draft, let_go


async def test_everybody_is_told_why(chat: Chat) -> None:
    await draft(chat, "消防 对象 张三 时间 11月27日14:00 地点 食堂")
    await let_go(chat)
    await chat.play(f"""
        陈安> /取消培训 {NUMBER} 讲师出差
        机器人> [卡片] …
        陈安> 按 [确认]
        机器人→张三> 培训「消防」取消了，不用来（{NUMBER}，原定 11月27日(周五) 14:00，食堂）。原因：讲师出差
        机器人> [卡片] 已确认：取消培训 {NUMBER} 讲师出差 {NUMBER} 已取消，通知过的人都会收到。
        张三> 按 [收到]
        机器人> [卡片] 没有办成 培训「消防」已经取消，不用来。
        张三> /我的培训
        机器人> 2026年已学 0 小时，要求 8 小时，还差 8 小时。
    """)
