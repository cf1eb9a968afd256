"""Three processes on one PostgreSQL, among which callbacks are scattered while they are killed or stopped."""

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

import aiohttp

from tests.pipeline.accounts import Answers, listed, wrong
from tests.pipeline.callers import Caller
from tests.pipeline.deaths import PLACES
from tests.pipeline.processes import Town, free_port, town

PROCESSES, PEOPLE = 3, 20
SEED: Final = int(os.environ.get("SEED", "20261123"))
QUICK, SLOW = 0.5, 2.6  # seconds between two of one person; WeCom lets him be told thirty things a minute
QUICKLY = 10  # of his first
GETS_THERE_WITHIN = 3.0  # seconds, to the place where it is to die
AWAITED = 0.7  # how often one that begins again is ready before the next dies
STOPS_WITHIN = 15.0


@dataclass(slots=True)
class Cluster:
    here: Town
    ports: Sequence[int]
    people: Sequence[str]
    caller: Caller
    chance: random.Random
    deaths: Counter[str] = field(default_factory=Counter)
    answers: Answers | None = None
    over: bool = False
    pace: float = 0.0  # seconds between two of one person, where it is always the same

    async def write(self) -> None:
        """Everybody, each his next when the one before was acknowledged, until it is `over`."""
        await asyncio.gather(*(self._write(user) for user in self.people))
        await self.caller.finish()

    async def _write(self, user: str) -> None:
        for number in count():
            pace = self.pace or (QUICK if number < QUICKLY else SLOW)
            await asyncio.sleep(self.chance.uniform(0, 2 * pace))
            if self.over:
                return
            await self.caller.say(user, len(self.caller.asked))

    async def kill(self, turn: int) -> None:
        """Every other one at a place, the rest at any time."""
        victim, place = self.chance.choice(self.ports), PLACES[turn // 2 % len(PLACES)]
        if turn % 2 and await self._dies_at(victim, place):
            self.deaths[place] += 1
        else:
            await asyncio.sleep(self.chance.uniform(0.1, 0.6))
            self.here.kill_bot(victim)
            self.deaths["at any time"] += 1
        self.here.start_bot(victim)
        if self.chance.random() < AWAITED:
            await self.ready(victim)

    async def _dies_at(self, victim: int, place: str) -> bool:
        await self.ready(victim)
        self.here.doom_bot(place, victim)
        until = time.monotonic() + GETS_THERE_WITHIN
        while not self.here.is_dead(victim) and time.monotonic() < until:  # noqa: ASYNC110 - the dead ring no bell
            await asyncio.sleep(0.02)
        return self.here.is_dead(victim)

    async def restart(self, port: int) -> float:
        """As a service manager does; seconds until it was gone."""
        began = time.monotonic()
        self.here.signal_bot(signal.SIGTERM, port)
        while not self.here.is_dead(port):
            assert time.monotonic() < began + STOPS_WITHIN, "it does not stop"
            await asyncio.sleep(0.02)
        took = time.monotonic() - began
        self.here.start_bot(port)
        await self.ready(port)
        return took

    async def ready(self, port: int) -> None:
        await asyncio.to_thread(self.here.await_bot, port)

    async def accounts(self) -> dict[str, object]:
        """Empty where all is well; what was counted goes to stderr."""
        asked = self.caller.asked
        found = await asyncio.to_thread(wrong, self.here, len(asked), self.answers)
        tokens = await asyncio.to_thread(self._tokens)
        if max(tokens.values(), default=0) > 1 + self.deaths.total():
            found["fetched too often"] = tokens
        counted = {
            "seed": SEED,
            "deaths": dict(self.deaths),
            "tokens": list(tokens.values()),
            "messages": len(asked),
            "copies": self.caller.copies,
            "unreached": self.caller.unreached,
            "refused": self.caller.refused,
            "slowest": round(self.caller.slowest, 2),
            "dropped": dict(Counter(await asyncio.to_thread(self.here.dropped))),
            "listed": len(await asyncio.to_thread(listed, self.here)),
        }
        sys.stderr.write(f"{counted}\n")
        return found

    def _tokens(self) -> Counter[str]:
        """How often each secret was asked for one; none ends meanwhile."""
        calls = self.here.ask("/sandbox/calls?path=/cgi-bin/gettoken")
        return Counter(each["query"]["corpsecret"] for each in calls["calls"])


@asynccontextmanager
async def cluster(
    folder: Path, shared: str | None, *, by: str | None = None, processes: int = PROCESSES, people: int = PEOPLE
) -> AsyncIterator[Cluster]:
    """All of them are ready. `shared`: None for one process on SQLite; `by`: how they get there."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    ports = [free_port() for _ in range(processes)]
    with town(folder, bot_port=ports[0], postgres=shared, by=by, people=people - PEOPLE) as here:
        for port in ports:
            here.start_bot(port)
        names = [each["userid"] for each in here.ask("/sandbox/state")["people"]][:people]
        async with aiohttp.ClientSession() as session:
            ahead = datetime.fromisoformat(here.ask("/sandbox/clock")["now"]).timestamp() - time.time()
            caller = Caller(here.ask("/sandbox/credentials"), ports, chance, session, ahead)
            made = Cluster(here, ports, names, caller, chance)
            for port in ports:
                await made.ready(port)
            yield made
