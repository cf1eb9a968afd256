"""Two processes of the bot on one PostgreSQL, behind one address: which of them has the long connection."""

import json
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.postgres import database
from tests.pipeline.accounts import answered_in, asked_in, asking
from tests.pipeline.forwarder import forwarding
from tests.pipeline.processes import Town, free_port, town, until

pytestmark = pytest.mark.postgres

TAKEN_OVER_WITHIN = 10.0
AROUND, PAUSE = 10, 0.1  # messages before and after a takeover, seconds between two


@pytest.fixture
def shared(postgres_server: str, postgres_template: str) -> Iterator[str]:
    with database(postgres_server, template=postgres_template) as url:
        yield url


@contextmanager
def two(folder: Path, shared: str) -> Iterator[tuple[Town, list[int]]]:
    """A town and the ports of its two bots, which are ready."""
    ports = [free_port(), free_port()]
    with forwarding(ports) as door, town(folder, bot_port=door, postgres=shared) as here:
        for port in ports:
            here.start_bot(port)
        for port in ports:
            here.await_bot(port)
        here.register()
        yield here, ports


def test_the_connection_is_taken_over_from_the_dead_and_not_from_the_slow(tmp_path: Path, shared: str) -> None:
    with two(tmp_path, shared) as (here, ports):
        holder = next(port for port in ports if _state(port)["connection"] == "up")
        other = next(port for port in ports if port != holder)
        assert _state(other) == {"ready": True, "database": True, "wecom": True, "connection": "standby"}

        here.signal_bot(signal.SIGSTOP, holder)
        time.sleep(3)
        here.signal_bot(signal.SIGCONT, holder)
        time.sleep(0.5)
        assert [_state(port)["connection"] for port in (holder, other)] == ["up", "standby"]

        began = time.monotonic()
        here.kill_bot(holder)
        until(lambda: _state(other)["connection"] == "up", TAKEN_OVER_WITHIN)
        assert time.monotonic() - began < TAKEN_OVER_WITHIN
        here.start_bot(holder)
        here.await_bot(holder)
        assert [_state(port)["connection"] for port in (holder, other)] == ["standby", "up"]


def test_only_what_is_said_while_nobody_is_connected_is_lost(tmp_path: Path, shared: str) -> None:
    """Nothing is replayed over the long connection: the pause between a kill and the takeover is what it costs."""
    with two(tmp_path, shared) as (here, ports):
        people = [each["userid"] for each in here.ask("/sandbox/state")["people"]]
        holder = next(port for port in ports if _state(port)["connection"] == "up")
        other = next(port for port in ports if port != holder)
        said = _keep_saying(here, people, 0, lambda number: number < AROUND)
        until(lambda: len(_answered(here)) == said, 10)
        here.kill_bot(holder)
        time.sleep(PAUSE)  # until the other side has seen it, too
        said = _keep_saying(here, people, said, lambda _: _state(other)["connection"] != "up")
        taken_over = said
        said = _keep_saying(here, people, said, lambda number: number < taken_over + AROUND)
        unheard = {number for text in here.unheard() for number in asked_in(text)}
        until(lambda: len(_answered(here)) >= said - len(unheard), 10)
        lost = set(range(said)) - _answered(here)
        assert lost == unheard
        assert 0 < len(lost) < TAKEN_OVER_WITHIN / PAUSE


def _keep_saying(here: Town, people: list[str], number: int, more: Callable[[int], bool]) -> int:
    """A message each pause from somebody else; the number of the next one."""
    while more(number):
        here.say(people[number % len(people)], asking(number), to="bot")
        number += 1
        time.sleep(PAUSE)
    return number


def _answered(here: Town) -> set[int]:
    return {number for _, text in here.answers("bot") if (number := answered_in(text)) is not None}


def _state(port: int) -> dict[str, Any]:
    """What it says of itself, ready or not."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            found: dict[str, Any] = json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            found = json.load(error)
    return found
