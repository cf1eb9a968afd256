from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, WAITING, WRITTEN


async def test_by_the_button(chat: Chat) -> None:
    await chat.play(f"""{WRITTEN}
        张三> 按 [改]
        机器人> [卡片] 经验分享 {NUMBER} 改成什么？把整段写好发来。直接回复就记下，10:10 前有效；不写了回「算了」。
        张三> 李四说得对，换灯管先拉闸，再挂牌
        机器人> [卡片] 经验分享 {NUMBER} 原文：李四说得对，换灯管先拉闸，再挂牌
        发出去的：某同事说得对，换灯管先拉闸，再挂牌…
    """)


async def test_what_was_sent_back_goes_round_again(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        陈安> 按 [退回]
        机器人> [卡片] 经验 {NUMBER} 为什么退回？写一句，让他知道怎么改。…
        陈安> 补上正确做法
        机器人→张三> 你分享的经验 {NUMBER} 退回了：补上正确做法
        改好再发：/改经验 {NUMBER} 加上整段话。
        机器人> {NUMBER} 已退回，理由告诉了写的人。
        张三> /改经验 {NUMBER} 换灯管要先拉闸，验电，挂牌，再换。
        机器人> [卡片] 经验分享 {NUMBER} 换灯管要先拉闸，验电，挂牌，再换。…
        张三> 按 [发给安全管理员审核]
        机器人→陈安> [卡片] 这条经验发布吗？（{NUMBER}） 换灯管要先拉闸，验电，挂牌，再换。…
        机器人> [卡片] 经验分享 {NUMBER} 已请陈安看，发布或退回都告诉你。 [撤回]
    """)


async def test_not_while_it_waits_and_not_of_others(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        张三> /改经验 {NUMBER} 换灯管要先拉闸，验电，挂牌，再换。
        机器人> {NUMBER} 待审核，不能改。先发 /撤回经验 {NUMBER}，再重新写。
        李四> /改经验 {NUMBER} 换灯管要先拉闸，验电，挂牌，再换。
        机器人> 你没有编号是 {NUMBER} 的经验。请核对编号。
        李四> /改经验 YH-20261122-001 换灯管要先拉闸，验电，挂牌，再换。
        机器人> YH-20261122-001 不是经验的编号，经验的编号以 JY 开头。请核对编号。
    """)
