"""What nobody took."""

from tests.chat import Chat


async def test_with_the_answers_and_what_lapsed(chat: Chat) -> None:
    await chat.play("""
        李娜> /结转年假 张三 年底赶项目
        机器人> [卡片] …
        李娜> 按 [确认]
        机器人→张三> [卡片] …
        机器人> [卡片] …
        李娜> /未休年假 去年
        机器人→李娜> [文件 未休假期 2025.xlsx] …
        机器人> 2025年没休的：年假 …
        张三> /未休年假
        机器人> 「未休年假」由人力资源、集团行政人事部使用。自己的发 /假期余额 看。
    """)
