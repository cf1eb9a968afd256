"""What is wrong in one's own data becomes a case; a notice is put right by the same word."""

from tests.chat import Chat


async def test_the_same_word_for_a_notice_and_for_oneself(chat: Chat) -> None:
    await chat.play("""
        张三> /更正 我的工号写错了，应该是 0133
        机器人→李娜> [卡片] 张三 要求更正个人信息 SJ-20261122-001 …
        机器人→周敏> …
        机器人> 已提交 SJ-20261122-001，…
        郑群> /更正 GG-20261122-001 停电改到周四
        机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
    """)


async def test_once_at_a_time_and_by_a_press(chat: Chat) -> None:
    await chat.play("""
        张三> /更正资料 我的工号写错了，应该是 0133
        机器人→李娜> …
        机器人→周敏> …
        机器人> 已提交 SJ-20261122-001，李娜、周敏会处理，12月11日(周五)前答复你。
        张三> /更正资料 还有我的部门
        机器人> SJ-20261122-001 还在处理，12月11日(周五)前答复你，不用再提。
        李娜> 按 [不办，写理由]
        机器人> [卡片] SJ-20261122-001 还没有答复 请写明理由，我转告本人。发 /资料答复 SJ-20261122-001 不办 理由
        周敏> 按 [已更正]
        机器人→张三> SJ-20261122-001 已办：已经更正。发 /我的数据 或 /导出我的数据 核对。
        机器人> [卡片] SJ-20261122-001 已办 …
        李娜> /资料答复 SJ-20261122-001 已办
        机器人> SJ-20261122-001 已办，没有改动。
    """)


async def test_nobody_decides_about_himself(chat: Chat) -> None:
    await chat.play("""
        李娜> /更正资料 我的入职日期不对
        机器人→周敏> [卡片] 李娜 要求更正个人信息 …
        机器人> 已提交 SJ-20261122-001，周敏会处理，…
        李娜> /资料答复 SJ-20261122-001 已办
        机器人> 没有要你处理的 SJ-20261122-001。请核对编号。
    """)


async def test_nothing_of_it_in_a_group(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手 /更正资料 我的入职日期不对
        机器人→李娜> …
        机器人→周敏> …
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 已提交 SJ-20261122-001，…
    """)
