"""A colleague takes over a day: only when he says yes, and only if he may have the post."""

from tests.chat import Chat

ROSTERED = """
        李娜> /排值班 总值班 11月25日 @郭涛
        机器人→郭涛> …
        机器人> …
        郭涛> /替班 11月25日 @王强
        机器人→王强> [卡片] 替班 郭涛 请你替11月25日(周三)的总值班。 [我来替] [替不了]
        机器人> 已问 王强。对方答应之前，11月25日(周三)还是你值班。"""


async def test_he_says_yes(chat: Chat) -> None:
    await chat.play(f"""{ROSTERED}
        王强> 按 [我来替]
        机器人→郭涛> 王强 答应替你值11月25日(周三)的班（总值班）。
        机器人> [卡片] 替班 11月25日(周三)你值班：总值班。
        张三> /值班 11月25日
        机器人> 11月25日(周三)：总值班 王强。
    """)


async def test_he_says_no(chat: Chat) -> None:
    await chat.play(f"""{ROSTERED}
        王强> 按 [替不了]
        机器人→郭涛> 王强 11月25日(周三)替不了你值班，请换一位：/替班 日期 @同事。
        机器人> [卡片] 替班 已转告：11月25日(周三)你替不了。
        张三> /值班 11月25日
        机器人> 11月25日(周三)：总值班 郭涛。
    """)


async def test_it_is_not_his_any_more_when_the_other_says_yes(chat: Chat) -> None:
    await chat.play(f"""{ROSTERED}
        李娜> /排值班 总值班 11月25日 @陈安
        机器人→陈安> …
        机器人> …
        王强> 按 [我来替]
        机器人> [卡片] 没有办成 11月25日(周三)已经不是郭涛值班了，什么都没有改动。
    """)


async def test_what_is_not_possible(chat: Chat) -> None:
    await chat.play("""
        张三> /替班 明天 @李四
        机器人> 11月23日(周一)没有你的值班。看值班发 /值班。
        张三> /替班 明天 @张三
        机器人> 替班要请一位同事，例如 /替班 11月25日 @李四。
        陈安> /排值班 安全 明天 我
        机器人> …
        陈安> /替班 明天 @李四
        机器人> 李四 不能排安全值班，要先有安全管理员的权限。换一位同事。
    """)
