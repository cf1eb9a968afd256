"""The whole program is killed with -9 eight times while people write to it: nothing is lost, nothing is said twice."""

import random
import time
from pathlib import Path

from tests.pipeline.accounts import asking, wrong
from tests.pipeline.processes import Town, town

ROUNDS, PER_ROUND = 8, 15
SEED = 20261122


def test_killed_eight_times_while_people_write(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    with town(tmp_path) as here:
        people = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
        here.start_bot()
        here.await_bot()
        here.register()
        for number in range(ROUNDS):
            _write_and_kill(here, people, range(number * PER_ROUND, (number + 1) * PER_ROUND), chance)
        assert wrong(here, ROUNDS * PER_ROUND) == {}


def _write_and_kill(here: Town, people: list[str], numbers: range, chance: random.Random) -> None:
    """Fifteen messages, and a kill in their midst or just after them; the next bot starts at once."""
    fatal = chance.choice(numbers)
    for number in numbers:
        here.say(people[number % len(people)], asking(number))
        if number == fatal:
            time.sleep(chance.uniform(0, 0.03))
            here.kill_bot()
            here.start_bot()
    if chance.random() < 0.75:  # otherwise it is killed again while it starts
        here.await_bot()
