"""How long the questions about groups take in a large company: understood, looked up, answered.

    python -m bench.groups [PEOPLE [GROUPS]]

prints one JSON object a line, for 20,000 people in 500 groups unless told otherwise: milliseconds from the typed line
to the answer, of people taken at random, without the way to and from WeCom. The first of all pays for the indexes.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bench.nicknames import DEPARTMENTS, NOW, company
from bot.discovery import find_commands
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.talking.acting import scene_of
from bot.shapes.act import Act
from bot.shapes.command import CommandBook
from bot.shapes.context import Chat, Context
from bot.shapes.incoming import Via
from bot.storage.database import Database
from bot.storage.store import Records
from bot.understanding.understand import Understood, understand

QUESTIONS = ("/我的群", "/群列表", "/群信息 第7项目工作群")
ASKED = 100  # times each
OF_ALL = 3  # groups of the whole staff


def large_company(people: int, groups: int) -> Company:
    _, used = company(people)
    staff = tuple(person for person, _ in used)
    departments = (Department(1, "集团"), *(Department(2 + n, f"第{n + 1}事业部", 1) for n in range(DEPARTMENTS)))
    return Company(staff, departments, tuple(_groups(staff, groups)))


def _groups(staff: tuple[Person, ...], number: int) -> Iterator[Group]:
    """A few of everybody; the others of one department's people, and some from elsewhere."""
    dice = random.Random(2)
    everybody = frozenset(person.user_id for person in staff)
    for n in range(number):
        own = n % DEPARTMENTS
        some = everybody if n < OF_ALL else frozenset(_members(staff, own, dice))
        yield Group(
            id=GroupId(f"G{n}"),
            name=f"第{n + 1}项目工作群" if n >= OF_ALL else f"集团第{n + 1}工作群",
            kind="E4" if n >= OF_ALL else "E3",
            departments=(f"第{own + 1}事业部",) if n >= OF_ALL else (),
            admins=frozenset(sorted(some)[:1]),
            members=some,
            bot_chat=ChatId(f"chat{n}"),
        )


def _members(staff: tuple[Person, ...], own: int, dice: random.Random) -> Iterator[UserId]:
    yield from (person.user_id for person in staff if person.main_department == 2 + own)
    yield from (person.user_id for person in dice.sample(staff, min(10, len(staff))))


async def figures(people: int, groups: int, asked: int = ASKED) -> AsyncIterator[dict[str, object]]:
    known, book, dice = large_company(people, groups), find_commands(), random.Random(3)
    database = await Database.open("sqlite://:memory:")
    await database.create_schema()
    yield {
        "name": "groups.first",
        "value": round(await _ask(QUESTIONS[0], known.people[0], known, book), 1),
        "unit": "ms",
    }
    for line in QUESTIONS:
        took = sorted([await _ask(line, dice.choice(known.people), known, book) for _ in range(asked)])
        name = f"groups.{book.by_name[line.removeprefix('/').split()[0]].aliases[0]}"
        yield {"name": f"{name}.p50", "value": round(took[len(took) // 2], 2), "unit": "ms"}
        yield {"name": f"{name}.p99", "value": round(took[int(len(took) * 0.99)], 2), "unit": "ms"}
    await database.close()


async def _ask(line: str, person: Person, known: Company, book: CommandBook) -> float:
    """Milliseconds."""
    now: datetime = NOW.astimezone(ZoneInfo("Asia/Shanghai"))
    act = Act(person.user_id, "bench", "员工", "bench", now)
    ctx = Context(person, Chat(Via.BOT), now, known, Records(), act, lambda address, content: None)
    begun = time.perf_counter()
    understood = understand(line, scene_of(ctx), book)
    assert isinstance(understood, Understood)
    await understood.command.run(ctx, understood.arguments, {})
    return (time.perf_counter() - begun) * 1000


async def _main() -> None:
    people, groups = [*map(int, sys.argv[1:]), *(20_000, 500)[len(sys.argv) - 1 :]]
    async for figure in figures(people, groups):
        print(json.dumps(figure))


if __name__ == "__main__":
    asyncio.run(_main())
