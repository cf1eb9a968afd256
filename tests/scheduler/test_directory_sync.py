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
