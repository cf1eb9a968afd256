"""The directory is read at start and nightly, and the bot knows people anew at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core import build_core
from bot.domain.company import Company
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.intake.router import DIRECTORY_JOB
from bot.shapes.incoming import Via
from bot.shapes.ports import DirectoryCopy, Sources
from bot.storage.engine.database import Database
from bot.storage.models.operating import JobRun, Trail
from bot.storage.models.people import PersonRecord
from scheduler.directory_sync import sync_directory
from tests.chat import Chat, Recorder, StoppedClock

ROOT, MAKING = Department(1, "公司"), Department(2, "生产部", parent=1)
ZHANG = Person(UserId("zhangsan"), "张三", 2, (2,))
LI = Person(UserId("lisi"), "李四", 2, (2,))


@dataclass
class Contacts:
    people: Sequence[Person]

    async def read(self) -> DirectoryCopy:
        return DirectoryCopy((ROOT, MAKING), tuple(self.people))


async def test_people_come_change_and_leave(database: Database, chat: Chat) -> None:
    contacts = Contacts([ZHANG, LI])
    clock = StoppedClock(chat.clock.now())
    core = build_core(Company(), database, clock, {Via.BOT: Recorder(Via.BOT)}, Sources(contacts))
    await core.start()
    await core.records.jobs.hasten(DIRECTORY_JOB, clock.now())
    await core.settle()
    assert [person.name for person in core.book.company().people] == ["李四", "张三"]

    contacts.people = [replace(ZHANG, position="班长", leaders=(LI.user_id,))]
    clock.time += timedelta(days=1)
    await core.settle()
    zhang = core.book.company().person(ZHANG.user_id)
    gone = core.book.company().person(LI.user_id)
    assert zhang
    assert (zhang.position, zhang.leaders) == ("班长", (LI.user_id,))
    assert gone
    assert not gone.active
    assert await PersonRecord.all().count() == 2
    assert await Trail.filter(subject="directory").count() == 2
    assert await JobRun.filter(job=DIRECTORY_JOB, state="ran").count() == 2
    await core.stop()


async def test_a_company_that_did_not_change_leaves_no_trace(database: Database, chat: Chat) -> None:
    core = build_core(Company(), database, chat.clock, {}, Sources(Contacts([ZHANG])))
    await core.start()
    for _ in range(2):
        await core.records.jobs.hasten(DIRECTORY_JOB, chat.clock.now())
        chat.clock.time += timedelta(seconds=1)
        await core.settle()
    assert await Trail.filter(subject="directory").count() == 1
    await core.stop()


def crowd(first: int, last: int) -> list[Person]:
    return [Person(UserId(f"u{each}"), f"员工{each}", 2, (2,)) for each in range(first, last)]


async def test_nobody_has_left_because_a_reading_is_short(database: Database) -> None:
    """An app that sees less than before answers 0 as well: everybody would have lost his rights, and a cry its ears."""
    contacts = Contacts([])
    chat = await Chat.open(database, jobs=(sync_directory,), sources=Sources(contacts))
    admins = list(chat.company.named("吴管"))

    async def read(people: Sequence[Person]) -> int:
        """How many are here then."""
        contacts.people = people
        chat.clock.time += timedelta(hours=1)
        await chat.core.records.jobs.hasten(DIRECTORY_JOB, chat.clock.now())
        await chat.core.settle()
        return sum(each.active for each in await chat.core.records.directory.people())

    assert await read([*admins, *crowd(0, 59)]) == 60
    assert await read([*admins, *crowd(12, 59)]) == 48
    assert await read([]) == 48
    [asked] = chat.said()
    assert asked.to == "吴管"
    assert "原来 48 个人，这次一个人都没有读到。我没有照办" in asked.words
    assert await read([*admins, *crowd(23, 65)]) == 48
    assert chat.said() == []  # asked today
    await chat.play("""
        吴管> 按 [确实走了]
        机器人> [卡片] 通讯录少了很多人 好的，马上重新读一遍通讯录，这次照读到的办。
    """)
    await chat.core.settle()
    assert sum(each.active for each in await chat.core.records.directory.people()) == 43
    await chat.close()
