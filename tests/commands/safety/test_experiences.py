from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, OUT, WAITING


async def test_what_waits_is_read_by_nobody(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        李四> /经验 {NUMBER}
        机器人> 没有编号是 {NUMBER} 的经验。发 /经验 看有哪些。
        李四> /经验 灯管
        机器人> 还没有关于「灯管」的经验。你有就发：/经验分享 在哪里、发生了什么、学到什么。
    """)


async def test_by_a_word_by_the_month_and_by_its_number(chat: Chat) -> None:
    await chat.play(f"""{OUT}
        李四> /经验
        机器人> 大家分享的经验：
        · {NUMBER} 11月22日(周日) 换灯管没断电，被提醒了一句。以后先拉闸
        看全文发 /经验 加编号。
        李四> /经验 本月
        机器人> 本月的经验：
        · {NUMBER} 11月22日(周日) 换灯管没断电，被提醒了一句。以后先拉闸
        看全文发 /经验 加编号。
        李四> /经验 灯管
        机器人> [卡片] 安全经验 {NUMBER} 换灯管没断电，被提醒了一句。以后先拉闸。
        ——一位同事分享 [有用]
        李四> /经验 {NUMBER}
        机器人> [卡片] 安全经验 {NUMBER} 换灯管没断电，被提醒了一句。以后先拉闸。
        ——一位同事分享 [有用]
    """)
