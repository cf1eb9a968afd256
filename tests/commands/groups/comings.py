"""What the chats about coming and going begin with: a company whose groups the app made, or that people made."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.company import Company
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.database import Database
from scheduler.group_errands import run_errands
from tests.app_groups import AppGroups
from tests.chat import Chat

ERRANDS: Sequence[Job] = (run_errands,)


def made_by_app(company: Company) -> Company:
    return replace(company, groups=tuple(replace(each, app_chat=ChatId(f"app{each.id}")) for each in company.groups))


def with_group(company: Company, group: str, **changes: object) -> Company:
    groups = (replace(each, **changes) if each.id == group else each for each in company.groups)  # type: ignore[arg-type]
    return replace(company, groups=tuple(groups))


async def in_app_groups(
    database: Database, change: Callable[[Company], Company] = lambda company: company
) -> tuple[Chat, AppGroups]:
    """Every group was made by the app; `change`: what else is different."""
    app = AppGroups()
    chat = await Chat.open(
        database, jobs=ERRANDS, sources=Sources(rooms=app), company=lambda company: change(made_by_app(company))
    )
    app.rooms = AppGroups.of(chat.company.groups).rooms
    return chat, app


async def members(chat: Chat, group: str) -> frozenset[UserId]:
    """By the registry."""
    found = await chat.core.records.groups.get(GroupId(group))
    assert found
    return found.members
