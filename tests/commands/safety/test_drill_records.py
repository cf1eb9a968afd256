from tests.chat import Chat
from tests.commands.safety.drills import TOLD


async def test_the_years_drills_and_what_is_missing(chat: Chat) -> None:
    await chat.play(f"""{TOLD.rstrip()}
        陈安> /演练记录
        机器人→陈安> [文件 演练-2026.xlsx] 2026年的演练，1 次。
        机器人> 2026年的演练 1 次，表格已发你：
        YL-20261122-001 11月24日(周二) 14:00 专项「消防疏散」：已通知。
        2026年下半年的现场处置演练还没有安排，2026年12月31日(周四)前要做（预案管理办法第33条，每半年至少一次）。
        陈安> /演练记录 去年
        机器人> 2025年没有演练。
    """)
