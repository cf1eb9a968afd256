"""Who is hired, moved and gone: one card a group, whoever made it, and nothing on the first day."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest

from bot.domain.people import Person
from bot.identifiers import UserId
from bot.intake.router import DIRECTORY_JOB
from bot.shapes.ports import DirectoryCopy, Sources
from bot.storage.engine.database import Database
from scheduler.directory_sync import sync_directory
from scheduler.group_rosters import read_rosters
from tests.chat import Chat

MAKING, RESEARCH = 5, 6


@dataclass
class Contacts:
    copy: DirectoryCopy = field(default_factory=lambda: DirectoryCopy((), ()))

    async def read(self) -> DirectoryCopy:
        return self.copy

    def moves(self, name: str, department: int) -> None:
        people = [
            replace(each, main_department=department, departments=(department,)) if each.name == name else each
            for each in self.copy.people
        ]
        self.copy = replace(self.copy, people=tuple(people))

    def leaves(self, name: str) -> None:
        self.copy = replace(self.copy, people=tuple(each for each in self.copy.people if each.name != name))

    def come(self, number: int) -> None:
        new = [Person(UserId(f"new{place}"), f"新来的{place:03}", MAKING, (MAKING,)) for place in range(number)]
        self.copy = replace(self.copy, people=(*self.copy.people, *new))


@pytest.fixture
def contacts() -> Contacts:
    return Contacts()


@pytest.fixture
async def office(database: Database, contacts: Contacts) -> AsyncIterator[Chat]:
    """The first day is over: whatever was doubtful before the bot came isn't asked about."""
    chat = await Chat.open(database, jobs=(read_rosters, sync_directory), sources=Sources(contacts))
    contacts.copy = DirectoryCopy(chat.company.departments, chat.company.people)
    await chat.play("⏰ 2026-11-23 10:00")
    yield chat
    await chat.close()


async def changed(chat: Chat) -> None:
    """WeCom says that the directory changed."""
    await chat.core.records.jobs.hasten(DIRECTORY_JOB, chat.clock.now())


async def test_a_hundred_hires_are_one_card_to_a_group(office: Chat, contacts: Contacts) -> None:
    contacts.come(100)
    await changed(office)
    await office.play("""
        ⏰ 2026-11-23 10:10
        机器人→李娜> [卡片] 梳理集团工作群：谁留下？…
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
        机器人→郭涛> [卡片] 梳理项目B工作群：谁留下？…
        ⏰ 2026-11-24 10:10
    """)


async def test_who_was_moved_elsewhere(office: Chat, contacts: Contacts) -> None:
    contacts.moves("张三", RESEARCH)
    await changed(office)
    await office.play("""
        ⏰ 2026-11-23 10:10
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
    """)


async def test_a_leaver_still_inside(office: Chat, contacts: Contacts) -> None:
    contacts.leaves("张三")
    await changed(office)
    await office.play("""
        ⏰ 2026-11-23 10:10
        机器人→李娜> [卡片] 梳理集团工作群：谁留下？…
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
    """)


async def test_what_changes_at_night_is_asked_in_the_morning(office: Chat, contacts: Contacts) -> None:
    await office.play("⏰ 2026-11-23 23:00")
    contacts.moves("张三", RESEARCH)
    await office.play("""
        ⏰ 2026-11-24 08:00
        ⏰ 2026-11-24 09:10
        机器人→郑群> [卡片] 梳理项目A工作群：谁留下？…
    """)
