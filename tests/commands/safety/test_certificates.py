from tests.chat import Chat


async def test_everybody_sees_his_own(chat: Chat) -> None:
    await chat.say("陈安", "/登记特种作业证 张三 低压电工 2026-12-22")
    chat.said()
    await chat.play("""
        张三> /特种作业证
        机器人> 你的特种作业证：低压电工 到2026年12月22日(周二)。
        李四> /特种作业证
        机器人> 没有登记你的特种作业证。有证请把照片交给安全管理员登记。
    """)


async def test_only_what_ends_soon_and_by_the_last_word(chat: Chat) -> None:
    await chat.say("陈安", "/登记特种作业证 张三 低压电工 2026-11-30")
    await chat.say("陈安", "/登记特种作业证 张三 低压电工 2029-11-30")
    await chat.say("陈安", "/登记特种作业证 李四 焊接 2026-11-01")
    chat.said()
    await chat.play("""
        李娜> /特种作业证
        机器人> 90 天内到期或已经过期的特种作业证 1 个：
        · 李四 焊接 到2026年11月1日(周日)，已过期，不能上岗
    """)
