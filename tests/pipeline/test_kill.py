"""The whole program is killed with -9 eight times while people write to it: nothing is lost, nothing is said twice."""

import random
import re
import time
from collections import Counter
from pathlib import Path

from tests.pipeline.processes import Town, town

ROUNDS, PER_ROUND = 8, 15
SEED = 20261122
SETTLES_WITHIN = 20.0
NUMBER = re.compile(r"「某(\d+)」")


def test_killed_eight_times_while_people_write(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    with town(tmp_path) as here:
        people = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
        here.start_bot()
        here.await_bot(within=15)
        here.register()
        for number in range(ROUNDS):
            _write_and_kill(here, people, range(number * PER_ROUND, (number + 1) * PER_ROUND), chance)
        answered = _settled(here)
        listed = _listed(here)
        in_order = _order(here)
    wanted = set(range(ROUNDS * PER_ROUND))
    assert wanted - set(answered) - set(listed) == set(), "lost"
    assert [number for number, times in answered.items() if times > 1] == [], "said twice"
    assert in_order


def _write_and_kill(here: Town, people: list[str], numbers: range, chance: random.Random) -> None:
    """Fifteen messages, and a kill in their midst or just after them; the next bot starts at once."""
    fatal = chance.choice(numbers)
    for number in numbers:
        here.say(people[number % len(people)], f"/某{number}")
        if number == fatal:
            time.sleep(chance.uniform(0, 0.03))
            here.kill_bot()
            here.start_bot()
    if chance.random() < 0.75:  # otherwise it is killed again while it starts
        here.await_bot(within=15)


def _settled(here: Town) -> Counter[int]:
    """How often each number was answered, once all are or nothing comes any more."""
    deadline = time.monotonic() + SETTLES_WITHIN
    while True:
        answered = Counter(int(found[1]) for _, text in here.answers() if (found := NUMBER.search(text)))
        if len(answered) + len(_listed(here)) >= ROUNDS * PER_ROUND or time.monotonic() > deadline:
            return answered
        time.sleep(0.2)


def _listed(here: Town) -> set[int]:
    rows = here.rows("SELECT content FROM outbox WHERE state IN ('unknown', 'parked')")
    return {int(found[1]) for (content,) in rows if (found := NUMBER.search(content))}


def _order(here: Town) -> bool:
    """Everybody reads the answers in the order in which his messages were taken in."""
    for (sender,) in here.rows("SELECT DISTINCT sender FROM inbox"):
        stored = here.rows(f"SELECT payload FROM inbox WHERE sender = '{sender}' ORDER BY id")  # noqa: S608 - its own
        asked = iter([int(found[1]) for (payload,) in stored if (found := re.search(r"/某(\d+)", payload))])
        read = [int(found[1]) for user, text in here.answers() if user == sender and (found := NUMBER.search(text))]
        if not all(number in asked for number in read):
            return False
    return True
