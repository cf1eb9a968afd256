"""WeCom and the people in front of it, in a world where callbacks come twice, late, in another order, or not at all."""

import asyncio
import random
import sqlite3
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from tortoise.exceptions import OperationalError

from bot.core import Core
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Outcome, Parcel
from tests.crash.outside import Action, Outside, OutsideChannel
from tests.crash.seeds.strands import Strand
from tests.crash.seeds.trace import Trace

PATIENCE: Final = 5.0  # seconds that WeCom waits for an acknowledgement (wecom/api.md)
TRIES: Final = 4  # the first one, and three more
LOOKS_AGAIN: Final = 1.0  # seconds, of somebody who waits for a card
IDLE: Final = 10  # looks at a bot that has nothing to do, after which nobody waits any longer


@dataclass(slots=True)
class Wecom(Outside):
    """What outlives the bot. `strands` are what `actions` are of.

    `begun`: when a message first left for the bot; `acked_at`: when somebody heard that it is taken; `asked`: the bot
    was called at all; `dropped`: WeCom has given up.
    """

    strands: tuple[Strand, ...] = ()
    trace: Trace = field(default_factory=Trace)
    chance: random.Random = field(default_factory=random.Random)
    copies: float = 0.0
    slow: float = 0.0
    idle: int = 0
    begun: dict[str, int] = field(default_factory=dict)
    acked_at: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    _tries: dict[str, int] = field(default_factory=dict)
    _incomings: dict[str, Incoming] = field(default_factory=dict)
    _events: int = 0

    def away(self, seconds: float) -> None:
        """Nobody is there for so long, and what is on its way is refused meanwhile."""
        for key in self.begun.keys() - self.acked - self.dropped:
            self._tries[key] += int(seconds / PATIENCE)

    async def act(self, core: Core, strand: Strand) -> None:
        """From where it stood when the last process died."""
        await self._repeat(core, strand)
        hurried: list[asyncio.Task[bool]] = []
        for action in strand.actions:
            if action.key in self.acked:
                continue
            incoming = await self._found(core, action)
            if incoming is None:
                self.gave_up |= {action.key}
                break
            delivering = asyncio.create_task(self._delivered(core, incoming))
            if strand.hurried:
                hurried.append(delivering)
                await asyncio.sleep(self.chance.uniform(0, 1))
            elif not await delivering:
                break
        if hurried:
            await asyncio.wait(hurried)

    async def _repeat(self, core: Core, strand: Strand) -> None:
        """A copy that was on its way for long comes to the next process, though another one has arrived."""
        for action in strand.actions:
            if action.key in self.acked and self.chance.random() < self.copies:
                await self._arrive(core, self._incomings[action.key])

    async def _found(self, core: Core, action: Action) -> Incoming | None:
        """None: nobody shows him what he would press."""
        if known := self._incomings.get(action.key):
            return known
        if action.key in self.gave_up:
            return None
        while True:
            if incoming := self._incoming(action, core.clock.now()):
                self._incomings[action.key] = incoming
                return incoming
            if self.idle >= IDLE:
                return None
            await asyncio.sleep(LOOKS_AGAIN)

    async def _delivered(self, core: Core, incoming: Incoming) -> bool:
        """Whether WeCom was ever told so."""
        key = incoming.key
        self.begun.setdefault(key, self._next())
        while self._tries.setdefault(key, 0) < TRIES:
            self._tries[key] += 1
            number = 2 if self.chance.random() < self.copies else 1
            copies = [asyncio.create_task(self._arrive(core, incoming)) for _ in range(number)]
            await asyncio.wait(copies, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            if key in self.acked:
                return True
        self.dropped.add(key)
        self.trace.saw(f"dropped {key}")
        return False

    async def _arrive(self, core: Core, incoming: Incoming) -> None:
        await asyncio.sleep(self._delay())
        self.asked.add(incoming.key)
        self.trace.saw(f"arrives {incoming.key}")
        try:
            await core.inbox.take(incoming)
        except (sqlite3.OperationalError, OperationalError):
            self.trace.saw(f"refused {incoming.key}")
            return
        await asyncio.sleep(0)
        self.trace.saw(f"acknowledged {incoming.key}")
        self.acked |= {incoming.key}
        self.acked_at.setdefault(incoming.key, self._next())

    def _incoming(self, action: Action, now: datetime) -> Incoming | None:
        """Of several cards, he presses the one that says what he `sees`."""
        told = [each for each in self.shown if action.press is None or (action.sees or "") in each.words]
        return Outside._incoming(replace(self, shown=tuple(told)), action, now)

    def _next(self) -> int:
        self._events += 1
        return self._events

    def _delay(self) -> float:
        return self.chance.choice((0.0, self.chance.uniform(0, 1))) if self.slow else 0.0

    # ---- the sending side --------------------------------------------------------------------------------

    async def wait(self) -> None:
        """For as long as a call takes on its way."""
        await asyncio.sleep(self.chance.uniform(0, 3) if self.chance.random() < self.slow else 0.0)

    def accept(self, via, parcel: Parcel, now: datetime) -> None:  # type: ignore[no-untyped-def]
        before = len(self.shown)
        Outside.accept(self, via, parcel, now)
        if len(self.shown) > before:
            self.trace.saw(f"{self.shown[-1].target} sees {parcel.id}: {self.shown[-1].words}")


class Channel(OutsideChannel):
    """`cut`: the process that it belongs to is dead."""

    async def send(self, parcel: Parcel) -> Outcome:
        assert isinstance(self.outside, Wecom)
        await self.outside.wait()
        outcome = await super().send(parcel)
        await self.outside.wait()
        return outcome
