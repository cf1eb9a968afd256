"""A question goes to a colleague, or to whoever answers another topic; never to who asked it."""

from tests.chat import Chat

ASKED = """
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …"""


async def test_to_another_topic_by_the_button(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    吴管> 按 [转给别人]
    机器人> [卡片] 求助 QZ-20261122-001 转给谁？写同事的名字，或写类别：人事、财务、行政、安全、其他。不办了回「算了」。
    吴管> 财务
    机器人→马丽> [卡片] 求助 QZ-20261122-001：财务 吴管转来的。张三（生产部）：系统登录不了 …
    机器人→张三> 求助 QZ-20261122-001：已转给马丽，有答复我私聊你。
    机器人> QZ-20261122-001 已转给马丽。
    吴管> /答复求助 QZ-20261122-001 我还是能说
    机器人> 没有要你处理的 QZ-20261122-001。发 /求助待办 看看有哪些。
    """)


async def test_never_to_who_asked_it(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    吴管> /转交求助 QZ-20261122-001 张三
    机器人> 就是对方问的，没有转。写别的同事，或写类别。
    """)
