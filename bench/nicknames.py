"""How long a company's nicknames take to be judged, from people and texts to the report's lines.

    python -m bench.nicknames [PEOPLE]

prints one JSON object a line: the first nickname, which pays for the index of names, and then everybody's, for 100,000
people unless told otherwise; last the same from the database to the words of the report, all of them in one group. One
in twenty writes something wrong; names repeat as they do in China.
"""

import asyncio
import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from bench.figures import Figure
from bench.words import longest_wait
from bot.cli.run import GARBAGE
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.audit import audit
from bot.domain.nicknames.known import Known, Source
from bot.domain.nicknames.register import Register
from bot.domain.people import Department, Person
from bot.identifiers import GroupId, UserId
from bot.services.nicknames.reporting import surveyed
from bot.services.nicknames.wording import detailed
from bot.shapes.act import Act
from bot.storage.engine.opening import opened
from bot.storage.store import Records

T = TypeVar("T")

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文辉力佳欣宇浩然子轩雨涵梦琪嘉怡俊熙"
DEPARTMENTS = 400
BARE = "splitting each text and comparing its end with the name"
WRONG = (
    "{name}",
    "{dept}-{first}总",
    "{dept}-小{last}",
    "{dept}-{name}💥",
    "品牌部-{name}",
    "{dept}-{other}",
    "{other}",
    "加V13800138000",
)


def company(size: int, seed: int = 1, names: Sequence[str] = ()) -> tuple[Register, list[tuple[Person, Known]]]:
    """People with what they call themselves; `names`: those that they share."""
    employer, used = employed(size, seed, names)
    return employer.register, used


def employed(size: int, seed: int = 1, names: Sequence[str] = ()) -> tuple[Company, list[tuple[Person, Known]]]:
    dice = random.Random(seed)
    departments = [Department(1, "集团")] + [Department(2 + n, f"第{n + 1}事业部", 1) for n in range(DEPARTMENTS)]
    aliases = {each.name: (f"{each.name[:-3]}部",) for each in departments[1:]}
    people = [_person(number, dice, names) for number in range(size)]
    employer = Company(tuple(people), tuple(departments), aliases=aliases)
    called = {each.id: each.name for each in departments}
    texts = (_text(person, called[person.main_department], dice.choice(people), dice) for person in people)
    return employer, [
        (person, Known(person.user_id, text, Source.READ, NOW)) for person, text in zip(people, texts, strict=True)
    ]


def _person(number: int, dice: random.Random, names: Sequence[str]) -> Person:
    name = dice.choice(names or SURNAMES) + ("" if names else "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2)))))
    return Person(UserId(f"user{number}"), name, 2 + dice.randrange(DEPARTMENTS), staff_no=f"{10_000_000 + number}")


def _text(person: Person, dept: str, other: Person, dice: random.Random) -> str:
    if dice.random() > 0.05:
        return f"{dept}{dice.choice('--- －·')}{person.name}"
    values = {"name": person.name, "first": person.name[0], "last": person.name[-1], "dept": dept, "other": other.name}
    return dice.choice(WRONG).format(**values)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor, which others don't take part in, and what came of it."""
    begun = time.process_time()
    done = work()
    return time.process_time() - begun, done


def figures(size: int) -> Iterator[Figure]:
    """The baseline is to split each text once and compare its end with the name."""
    register, used = company(size)
    bare, _ = timed(lambda: [known.nickname.rpartition("-")[2] == person.name for person, known in used])
    first, _ = timed(lambda: audit(used[:1], register, NOW))
    whole, found = timed(lambda: audit(used, register, NOW))
    more = {"baseline_value": bare, "people": size, "us_each": whole / size * 1e6, "wrong": len(found.wrong)}
    yield Figure("nicknames.first", first, "s", BARE, first / bare, {"baseline_value": bare, "people": size})
    yield Figure("nicknames.audit", whole, "s", BARE, whole / bare, more)
    yield stored(size, bare)


def stored(size: int, bare: float) -> Figure:
    """From the database to the words, while the loop serves others. The indexes of names are there, as they are in the
    running bot since the directory was read."""
    with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as folder:
        took, used, stall = asyncio.run(_stored(size, f"sqlite:///{folder}/qunwu.sqlite3"))
    more = {"baseline_value": bare, "people": size, "cpu_s": used, "lag_ms": stall * 1000}
    return Figure("nicknames.stored", took, "s", BARE, took / bare, more)


async def _stored(size: int, url: str) -> tuple[float, float, float]:
    employer, used = employed(size)
    employer.prepare()
    group = Group(GroupId("all"), "全员群", members=frozenset(person.user_id for person, _ in used))
    async with opened(url, ()) as database:
        records, by = Records(), Act("bench", "bench", "测量", "bench", NOW)
        known = [replace(each, group=group.id) for _, each in used]
        await database.transact(lambda: records.nicknames.replace(group.id, Source.READ, known, by=by))
        told = list[str]()

        async def report() -> None:
            told.append(detailed(await surveyed(group, employer, records, NOW)))

        with as_in_the_bot():
            begun, cpu = time.perf_counter(), time.process_time()
            stall = await longest_wait(report())
            return time.perf_counter() - begun, time.process_time() - cpu, stall


@contextmanager
def as_in_the_bot() -> Iterator[None]:
    """As rarely as there is looked for garbage, and not in what was there at its start."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def main() -> None:
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000):
        print(figure.line())


if __name__ == "__main__":
    main()
