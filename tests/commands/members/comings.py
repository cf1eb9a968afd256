"""What the chats about coming and going begin with: a company whose groups the app made, or that people made."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.explaining import Utterance, explain
from bot.files.company import load
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from tests.app_groups import AppGroups
from tests.chat import SAMPLE_COMPANY, Chat

ERRANDS: Sequence[Job] = (run_errands,)
FILE, BOOK = load(SAMPLE_COMPANY), find_commands()


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


def explained(who: str, line: str, *, group: str | None = None) -> tuple[str, str, bool]:
    """(the command, the error's code or else the group it is about, whether it asks first)"""
    said = explain(Utterance(line, sender=who, group=group), FILE, BOOK)
    return said["command"], said.get("error") or said["args"].get("group", ""), said.get("needs_confirm", False)
