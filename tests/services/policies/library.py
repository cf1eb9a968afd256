"""A chat of a company with a text of its own, and what publishes it."""

from collections.abc import Callable
from dataclasses import replace

from bot.discovery import find_jobs
from bot.domain.company import Company
from bot.domain.desk.knowledge.in_use import KnowledgeInUse
from bot.domain.desk.knowledge.index import Index
from bot.domain.desk.knowledge.reading import read, shipped
from bot.storage.engine.database import Database
from tests.chat import Chat

V1 = "# 考勤管理办法\n解释：行政人事部\n\n## 3 病假\n病假 3天以内由部门负责人批。\n\n## 4 迟到\n迟到三次算旷工半天。\n"
V2 = "# 考勤管理办法\n解释：行政人事部\n\n## 3 病假\n病假 5天以内由部门负责人批。\n\n## 5 旷工\n旷工一天要写说明。\n"
LINE = "/发布制度 考勤管理办法 V1 12月1日起 全员 讨论11月1日 协商11月10日 公示未办"


def library(text: str = V1) -> Callable[[Company], Company]:
    def own(company: Company) -> Company:
        return replace(company, desk=replace(company.desk, in_use=KnowledgeInUse(index(text))))

    return own


def index(text: str) -> Index:
    return Index([*read(text, "kq"), *(each for each in shipped() if each.source.id == "D8")])


async def open_chat(database: Database, *jobs: str) -> Chat:
    wanted = [each for each in find_jobs() if each.name in ("notice-posting", "notice-plan", *jobs)]
    return await Chat.open(database, jobs=wanted, company=library())


def rewrite(chat: Chat, text: str = V2) -> None:
    """The file is another one now."""
    chat.company.desk.in_use.loaded = index(text)


async def publish(chat: Chat, line: str = LINE) -> None:
    """Written, let pass by those who must, and out once people are at work."""
    await chat.say("李娜", line)
    for who, button in (("李娜", "送审"), ("林宓", "同意"), ("钱卫东", "同意")):
        await press(chat, who, button)
    chat.said()


async def press(chat: Chat, who: str, button: str) -> None:
    """On the newest card of his; whatever was said before is over."""
    chat.said()
    await chat.core.inbox.take(chat.pressing_newest(who, button))
    await chat.core.settled()
