from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, WAITING


async def test_only_by_who_looks_it_through(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        李四> /退回经验 {NUMBER} 写得不好
        机器人> 「退回经验」由集团高管、管理小组、安全管理员使用。发 /帮助 看看你能用什么。
        王强> /退回经验 {NUMBER} 写得不好
        机器人> {NUMBER} 不归你审：由另一位安全管理员来看，写的人不能审自己的。
    """)


async def test_the_card_of_what_it_said_before_lets_out_nothing(chat: Chat) -> None:
    """What is let out is what its reviewer has read."""
    await chat.play(WAITING)
    (old,) = [card for holder, _, card in chat._cards if holder == "陈安"]
    await chat.say("陈安", f"/退回经验 {NUMBER} 写清楚一点")
    await chat.say("张三", f"/改经验 {NUMBER} 换灯管先别拉闸，带电换更快一些。")
    chat.said()
    await chat.play(f"""
        张三> 按 [发给安全管理员审核]
        机器人→陈安> [卡片] 这条经验发布吗？（{NUMBER}） 换灯管先别拉闸，带电换更快一些。…
        机器人> [卡片] 经验分享 {NUMBER} 已请陈安看…
    """)
    assert old.task_id
    await chat.press("陈安", old.task_id, old.buttons[0].key)
    assert any("没有发布" in line.words for line in chat.said())
