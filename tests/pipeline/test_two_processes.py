"""Two processes of the bot on one PostgreSQL, behind one address; they are killed with -9, stopped, started again."""

import asyncio
import json
import random
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.accounts import wrong
from tests.pipeline.forwarder import forwarding
from tests.pipeline.processes import Town, free_port, town, until
from tests.postgres import administer, of

pytestmark = pytest.mark.postgres

ROUNDS, PER_ROUND = 6, 20
SEED = 20261123
TAKEN_OVER_WITHIN = 10.0


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    name = f"qunwu_two_{free_port()}"
    asyncio.run(administer(postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template}"))
    yield of(postgres_server, name)
    asyncio.run(administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def two(folder: Path, shared: str) -> Iterator[tuple[Town, list[int]]]:
    """A town and the ports of its two bots, which are ready."""
    ports = [free_port(), free_port()]
    with forwarding(ports) as door, town(folder, bot_port=door, postgres=shared) as here:
        for port in ports:
            here.start_bot(port)
        for port in ports:
            here.await_bot(15, port)
        here.register()
        yield here, ports


def test_one_of_two_is_killed_time_and_again_while_people_write(tmp_path: Path, shared: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    with two(tmp_path, shared) as (here, ports):
        people = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
        for number in range(ROUNDS):
            _write_and_kill(here, ports, people, number, chance)
        assert wrong(here, ROUNDS * PER_ROUND) == {}


def _write_and_kill(here: Town, ports: list[int], people: list[str], turn: int, chance: random.Random) -> None:
    """Twenty messages, and a kill in their midst; whoever was killed starts again when the next is about to be."""
    numbers = range(turn * PER_ROUND, (turn + 1) * PER_ROUND)
    fatal, victim = chance.choice(numbers), ports[turn % 2]
    for number in numbers:
        here.say(people[number % len(people)], f"/某{number}")
        if number == fatal:
            time.sleep(chance.uniform(0, 0.03))
            here.kill_bot(victim)
    here.start_bot(victim)
    if chance.random() < 0.7:  # otherwise both are away for a moment
        here.await_bot(15, victim)


def test_the_connection_is_taken_over_from_the_dead_and_not_from_the_slow(tmp_path: Path, shared: str) -> None:
    with two(tmp_path, shared) as (here, ports):
        holder = next(port for port in ports if _state(port)["connection"] == "up")
        other = next(port for port in ports if port != holder)
        assert _state(other) == {"ready": True, "database": True, "wecom": True, "connection": "standby"}

        here.bots[holder].send_signal(signal.SIGSTOP)
        time.sleep(3)
        here.bots[holder].send_signal(signal.SIGCONT)
        time.sleep(0.5)
        assert [_state(port)["connection"] for port in (holder, other)] == ["up", "standby"]

        began = time.monotonic()
        here.kill_bot(holder)
        until(lambda: _state(other)["connection"] == "up", TAKEN_OVER_WITHIN)
        assert time.monotonic() - began < TAKEN_OVER_WITHIN
        here.start_bot(holder)
        here.await_bot(15, holder)
        assert [_state(port)["connection"] for port in (holder, other)] == ["standby", "up"]


def _state(port: int) -> dict[str, Any]:
    """What it says of itself, ready or not."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            found: dict[str, Any] = json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            found = json.load(error)
    return found
