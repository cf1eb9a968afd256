"""How long a company's nicknames take to be judged, from people and texts to the report's lines.

    python -m bench.nicknames [PEOPLE]

prints one JSON object a line: the first nickname, which pays for the index of names, and then everybody's, for 100,000
people unless told otherwise. One in twenty writes something wrong; names repeat as they do in China.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from bench.figures import Figure
from bot.domain.nicknames.audit import audit
from bot.domain.nicknames.known import Known, Source
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.rules import NicknameRules
from bot.domain.people import Department, Person
from bot.identifiers import UserId

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
    dice = random.Random(seed)
    departments = [Department(1, "集团")] + [Department(2 + n, f"第{n + 1}事业部", 1) for n in range(DEPARTMENTS)]
    aliases = {each.name: (f"{each.name[:-3]}部",) for each in departments[1:]}
    people = [_person(number, dice, names) for number in range(size)]
    register = Register(people, departments, aliases, NicknameRules())
    called = {each.id: each.name for each in departments}
    texts = (_text(person, called[person.main_department], dice.choice(people), dice) for person in people)
    return register, [
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


def main() -> None:
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000):
        print(figure.line())


if __name__ == "__main__":
    main()
