from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, OUT


async def test_once_each_and_not_ones_own(chat: Chat) -> None:
    await chat.play(f"""{OUT}
        李四> /经验 {NUMBER}
        机器人> [卡片] 安全经验 {NUMBER} …
        李四> 按 [有用]
        机器人> [卡片] 安全经验 {NUMBER} …
        李四> /有用 {NUMBER}
        机器人> 你说过 {NUMBER} 有用了，现在 1 人觉得有用。
        王强> /有用 {NUMBER}
        机器人> 记下了，2 人觉得 {NUMBER} 有用。
        张三> /有用 {NUMBER}
        机器人> {NUMBER} 是你自己分享的，别人按了才算。
        张三> /经验
        机器人> 大家分享的经验：
        · {NUMBER} 11月22日(周日) 换灯管没断电，被提醒了一句。以后先拉闸，2 人觉得有用
        看全文发 /经验 加编号。
    """)
