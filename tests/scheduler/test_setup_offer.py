from collections.abc import Callable

from bot.discovery import find_jobs
from bot.domain.company import Company
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.upkeep.test_setup import just_installed

JOBS = [each for each in find_jobs() if each.name == "setup-offer"]


async def opened(database: Database, company: Callable[[Company], Company]) -> Chat:
    return await Chat.open(database, company=company, jobs=JOBS)


async def test_the_administrator_is_offered_it_once_he_can_be_reached(database: Database) -> None:
    chat = await opened(database, just_installed)
    await chat.play("""
        ⏰ 2026-11-23 09:30
        吴管> /值班
        机器人> …
        ⏰ 2026-11-24 09:30
        机器人→吴管> [卡片] 第一次设置 我还不知道集团高管是谁、人力资源是谁、安全管理员是谁、有哪些工作群。…
        ⏰ 2026-11-25 09:30
        吴管> 按 [开始设置]
        机器人> [卡片] 设置 1/6：谁担任什么 …
    """)
    await chat.close()


async def test_whoever_has_all_of_it_is_left_alone(database: Database) -> None:
    chat = await opened(database, lambda company: company)
    await chat.play("""
        吴管> /值班
        机器人> …
        ⏰ 2026-11-24 09:30
    """)
    await chat.close()
