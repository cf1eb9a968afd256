from tests.chat import Chat


async def test_which_there_are(chat: Chat) -> None:
    await chat.play("""
        张三> /检查表
        机器人> 检查表有：消防（12 项）、用电（10 项）、设备（11 项）、危化（11 项）、高处（9 项）、有限空间（9 项）…
    """)


async def test_another_name_of_it(chat: Chat) -> None:
    await chat.play("""
        张三> /检查表 密闭空间
        机器人> 有限空间检查表，9 项，括号里是不合格：…
    """)
