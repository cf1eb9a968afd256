"""Order, patience and bounds on the way into the intake."""

import asyncio
from dataclasses import dataclass, field

from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.wecom.aibot.arrivals import Arrivals

from .worlds import NOW


def said(key: str, sender: str = "lin.mei", text: str = "") -> Incoming:
    return Incoming(key, Via.BOT, Kind.TEXT, UserId(sender), NOW, text=text)


@dataclass
class SlowIntake:
    """Each `take` waits until it is let through; the first `failures` of them fail."""

    failures: int = 0
    asked: list[str] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, incoming: Incoming) -> bool:
        self.asked.append(incoming.key)
        await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the database is away")
        if incoming.key in self.stored:
            return False
        self.stored.append(incoming.key)
        return True


def arrivals_into(intake: SlowIntake, taken: list[str], *, most: int = 100, tries: int = 1) -> Arrivals:
    return Arrivals(
        intake, taken=lambda message: taken.append(message.key), most_waiting=most, again_after=(0.0,) * tries
    )


async def test_one_person_in_order_others_beside() -> None:
    intake, taken = SlowIntake(), []
    arrivals = arrivals_into(intake, taken)
    for key, sender in (("1", "a"), ("2", "a"), ("3", "b"), ("4", "a")):
        arrivals.put(said(key, sender))
    await asyncio.sleep(0)
    assert intake.asked == ["1", "3"]
    intake.gate.set()
    await arrivals.stop(within=1)
    assert [key for key in intake.stored if key != "3"] == ["1", "2", "4"]
    assert sorted(taken) == ["1", "2", "3", "4"]


async def test_a_cry_for_help_goes_beside_what_its_sender_wrote_before() -> None:
    """And has room where his flood used up his own."""
    intake, taken = SlowIntake(), []
    arrivals = arrivals_into(intake, taken, most=10)
    arrivals.put(said("1"))
    arrivals.put(said("2"))
    arrivals.put(said("fire", text="仓库着火了"))
    await asyncio.sleep(0)
    assert intake.asked == ["1", "fire"]
    intake.gate.set()
    await arrivals.stop(within=1)


async def test_a_copy_is_not_reported() -> None:
    intake, taken = SlowIntake(), []
    intake.gate.set()
    arrivals = arrivals_into(intake, taken)
    arrivals.put(said("1"))
    arrivals.put(said("1"))
    await arrivals.stop(within=1)
    assert taken == ["1"]


async def test_a_database_that_is_away_for_a_moment_is_waited_for() -> None:
    intake, taken = SlowIntake(failures=2), []
    intake.gate.set()
    arrivals = arrivals_into(intake, taken, tries=3)
    for key in ("1", "2"):
        arrivals.put(said(key))
    await arrivals.stop(within=1)
    assert taken == ["1", "2"]


async def test_for_ever_it_is_not() -> None:
    intake, taken = SlowIntake(failures=2), []
    intake.gate.set()
    arrivals = arrivals_into(intake, taken, tries=1)
    for key in ("1", "2"):
        arrivals.put(said(key))
    await arrivals.stop(within=1)
    assert taken == ["2"]


async def test_memory_has_an_end() -> None:
    intake, taken = SlowIntake(), []
    arrivals = arrivals_into(intake, taken, most=2)
    for key in ("1", "2", "3"):
        arrivals.put(said(key, sender=key))
    intake.gate.set()
    await arrivals.stop(within=1)
    arrivals.put(said("4"))
    await arrivals.stop(within=1)
    assert taken == ["1", "2", "4"]


async def test_one_persons_flood_costs_others_nothing() -> None:
    intake, taken = SlowIntake(), []
    arrivals = arrivals_into(intake, taken, most=20)
    for number in range(50):
        arrivals.put(said(f"a{number}", sender="a"))
    arrivals.put(said("b", sender="b"))
    intake.gate.set()
    await arrivals.stop(within=1)
    assert sorted(taken) == ["a0", "a1", "b"]


async def test_the_stop_has_an_end_too() -> None:
    intake, taken = SlowIntake(), []
    arrivals = arrivals_into(intake, taken)
    arrivals.put(said("1"))
    await arrivals.stop(within=0.01)
    assert taken == []
