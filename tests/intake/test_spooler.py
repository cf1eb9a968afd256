"""While the database is away: kept on the disk, acknowledged, and in the inbox once and in order when it is back."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.identifiers import UserId
from bot.intake.inbox import Inbox
from bot.intake.spooler import Spooler
from bot.queueing.rush import Rush
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.queue import NotKeptError, Waiting
from bot.storage.engine import codec
from bot.storage.engine.trouble import is_away, is_refused
from bot.storage.queues.spool import IN_MEMORY, SpoolFile
from tests.intake import spooler_mutants as mutants

PATIENCE, SLOW = 0.02, 0.04
AWAY = ("down", "lost", "slow", "never")


@dataclass
class Remote:
    """An inbox whose database is in one state or another. `lost`: it commits, and nobody hears of it."""

    state: str = "up"
    ids: dict[str, int] = field(default_factory=dict)
    asked: int = 0

    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        self.asked += 1
        state = self.state
        if state == "never":
            await asyncio.sleep(60)
        if state == "slow":
            await asyncio.sleep(SLOW)
        if state == "down":
            raise OSError("connection refused")
        if any("\ud83d" in incoming.text for incoming, _ in batch):
            raise UnicodeEncodeError("utf-8", "", 0, 1, "half of one")
        found = [
            None if each.key in self.ids else self.ids.setdefault(each.key, len(self.ids) + 1) for each, _ in batch
        ]
        if state == "lost":
            raise ConnectionResetError
        return found


@dataclass
class Bot:
    """One process: what it hears and what it was told of new rows."""

    remote: Remote
    spool: SpoolFile
    spooler_type: type[Spooler] = Spooler
    announced: list[Waiting] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Anew: whatever it knew is gone."""
        self.spooler = self.spooler_type(
            self.remote,
            self.spool,
            self.announced.extend,
            refused=is_refused,
            away=is_away,
            read=codec.load,
            patience=PATIENCE,
            look=0.005,
            tidy_every=0.02,
        )
        self.inbox = Inbox(self.spooler, self.announced.extend, Rush())

    async def hears(self, number: int, who: str = "lisi", text: str = "/帮助") -> bool:
        return await self.inbox.take(message(number, who, text))


def message(number: int, who: str = "lisi", text: str = "/帮助") -> Incoming:
    return Incoming(f"{who}:{number}", Via.APP, Kind.TEXT, UserId(who), datetime(2026, 11, 22, tzinfo=UTC), text=text)


@asynccontextmanager
async def bot(state: str = "up") -> AsyncIterator[Bot]:
    spool = SpoolFile(IN_MEMORY)
    made = Bot(Remote(state), spool)
    yield made
    await made.spooler.stop()
    spool.close()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - the file rings no bell
            await asyncio.sleep(0.002)


@pytest.mark.parametrize("state", AWAY)
async def test_what_the_database_does_not_take_is_kept_and_gets_there_once(state: str) -> None:
    async with bot(state) as here:
        began = asyncio.get_running_loop().time()
        assert await here.hears(1)
        assert not await here.hears(1)
        assert asyncio.get_running_loop().time() - began < 1
        assert not here.spool.is_empty()
        here.remote.state = "up"
        await here.spooler.start()
        await until(lambda: here.spool.is_empty())
        assert list(here.remote.ids) == ["lisi:1"]
        assert here.announced == ([] if state == "lost" else [Waiting(1, "lisi", urgent=False)])


async def test_it_comes_back_by_itself_in_order_and_asks_no_more_than_now_and_then() -> None:
    async with bot("down") as here:
        await here.spooler.start()
        for number in range(20):
            await here.hears(number)
        assert here.remote.asked < 20
        here.remote.state = "up"
        await until(lambda: here.spool.is_empty())
        assert list(here.remote.ids) == [f"lisi:{number}" for number in range(20)]
        assert [each.id for each in here.announced] == list(range(1, 21))
        assert await here.hears(20)
        assert here.remote.ids["lisi:20"] == 21


async def test_new_ones_go_behind_what_still_lies_there_even_if_the_database_is_back() -> None:
    async with bot("down") as here:
        await here.hears(1)
        here.remote.state = "up"
        await here.hears(2)
        assert here.remote.ids == {}
        await here.hears(3, text="仓库着火了")
        await here.spooler.start()
        assert list(here.remote.ids) == ["lisi:3", "lisi:1", "lisi:2"]


async def test_a_message_that_is_at_fault_itself_is_refused_and_the_others_are_not() -> None:
    async with bot() as here:
        with pytest.raises(UnicodeEncodeError):
            await here.hears(1, text="\ud83d")
        assert here.spool.is_empty()


async def test_what_only_the_inbox_refuses_does_not_hold_up_the_others() -> None:
    class Choosy(Remote):
        async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
            if self.state == "up" and any(each.key == "lisi:2" for each, _ in batch):
                raise ValueError("not this one")
            return await super().store(batch)

    spool = SpoolFile(IN_MEMORY)
    here = Bot(Choosy("down"), spool)
    for number in (1, 2, 3):
        await here.hears(number)
    here.remote.state = "up"
    await here.spooler.start()
    assert list(here.remote.ids) == ["lisi:1", "lisi:3"]
    assert [(each.state, each.number) for each in await spool.depths()] == [("parked", 1)]
    await here.spooler.stop()
    spool.close()


async def test_what_was_set_aside_goes_in_its_time_though_nothing_else_ever_comes_by() -> None:
    async with bot() as here:
        await here.spool.put([(message(number), False) for number in (1, 2)])
        for number in (1, 2):
            await here.spool.set_aside(number, "DataError")
        here.spool._opened().execute("UPDATE spool SET at = 0 WHERE id = 1")
        assert not await here.spool.oldest(1)
        await here.spooler.start()
        await asyncio.sleep(0.05)
        assert [each.id for each in await here.spool.aside()] == [2]


async def test_what_keeps_it_from_the_inbox_and_is_no_outage_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(Exception):
        sqlstate = "53100"

    async def full(_: object) -> Sequence[int | None]:
        here.remote.asked += 1
        raise Full

    async with bot("down") as here:
        await here.hears(1)
        with capture_logs() as logs:
            await here.spooler.start()
            await asyncio.sleep(0.02)
            monkeypatch.setattr(here.remote, "store", full)
            asked = here.remote.asked
            await until(lambda: here.remote.asked > asked + 2)
            monkeypatch.undo()
            here.remote.state = "up"
            await until(lambda: here.spool.is_empty())
    assert [(each["event"], each["error"]) for each in logs if each["event"] == "spool.stuck"] == [
        ("spool.stuck", "Full")
    ]


async def test_one_who_sends_without_end_is_not_acknowledged_beyond_his_share_and_the_others_are() -> None:
    spool = SpoolFile(IN_MEMORY, megabytes=1)
    here = Bot(Remote("down"), spool)
    await here.hears(1, text="字" * 10_000)
    with capture_logs() as logs:
        taken = await asyncio.gather(
            *(here.hears(number, text="字" * 10_000) for number in (2, 3)),
            here.hears(4, who="wangwu"),
            here.hears(5, text="仓库着火了"),
            return_exceptions=True,
        )
    assert [isinstance(each, NotKeptError) or each for each in taken] == [True] * 4
    assert [isinstance(each, NotKeptError) for each in taken] == [True, True, False, False]
    assert [each["sender"] for each in logs if each["event"] == "spool.share_used"] == ["lisi"]
    here.remote.state = "up"
    await here.spooler.start()
    assert list(here.remote.ids) == ["lisi:5", "lisi:1", "wangwu:4"]
    assert await here.hears(2)
    await here.spooler.stop()
    spool.close()


async def test_where_no_spool_is_possible_nothing_is_acknowledged(tmp_path_factory: pytest.TempPathFactory) -> None:
    here = Bot(Remote("down"), SpoolFile(tmp_path_factory.getbasetemp() / "nowhere" / "spool"))
    with pytest.raises(OSError, match="refused"):
        await here.hears(1)
    here.remote.state = "slow"
    assert await here.hears(1)
    assert here.remote.ids == {"lisi:1": 1}


Step = tuple[str, int, str]  # the database's state, which process hears, whose message; or a death
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("up", "up", "down", "lost", "slow")), st.integers(0, 1), st.sampled_from(("a", "b", "✝"))
    ),
    min_size=3,
    max_size=12,
)


async def lived(steps: Sequence[Step], spooler: type[Spooler] = Spooler) -> list[str]:
    """What the two processes did wrong. Each of a person's messages is sent when the one before was acknowledged."""
    remote, spool, numbers = Remote(), SpoolFile(IN_MEMORY), itertools.count()
    bots, acknowledged = [Bot(remote, spool, spooler) for _ in range(2)], list[str]()
    for state, which, who in steps:
        remote.state = state
        if who == "✝":
            await bots[which].spooler.stop()
            bots[which].begin()
            await bots[which].spooler.start()
            continue
        number = next(numbers)
        await bots[which].hears(number, who)
        acknowledged.append(f"{who}:{number}")
        await asyncio.sleep(0)
    remote.state = "up"
    await asyncio.sleep(SLOW)
    bots[0].begin()
    await bots[0].spooler.start()
    for each in bots:
        await each.spooler.stop()
    wrong = [f"lost {key}" for key in acknowledged if key not in remote.ids]
    for who in "ab":
        theirs = [remote.ids[key] for key in acknowledged if key.startswith(who) and key in remote.ids]
        wrong += [f"out of order: {who}"] if theirs != sorted(theirs) else []
    wrong += [] if not await spool.depths() else ["left behind"]
    spool.close()
    return wrong


@settings(max_examples=15)
@given(STEPS)
def test_whatever_dies_and_whenever_the_database_goes(steps: list[Step]) -> None:
    assert asyncio.run(lived(steps)) == []


TELLING: Sequence[Step] = [
    ("down", 0, "a"),
    ("down", 1, "a"),
    ("up", 1, "a"),
    ("lost", 0, "a"),
    ("down", 0, "✝"),
    ("up", 1, "b"),
]


@pytest.mark.parametrize("mutant", mutants.ALL, ids=lambda mutant: mutant.__name__)
async def test_each_mistake_is_noticed(mutant: type[Spooler]) -> None:
    assert await lived(TELLING, mutant) != []
    assert await lived(TELLING) == []
