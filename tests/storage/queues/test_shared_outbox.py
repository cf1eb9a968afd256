"""The outbox of several processes: one reader's parcels in order, sends that belong to who lives, one count of all."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bot.delivery.limits import LIMITS, Limiter
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToPeople, ToPerson
from bot.shapes.queue import Claim, NotYet, Part, Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.engine.members import Members
from bot.storage.queues.claims import SLOWEST
from bot.storage.queues.pauses import PauseTable
from bot.storage.queues.shared_outbox import SharedOutboxTable

pytestmark = pytest.mark.postgres

NOW = 10_000_000
ROUTE = "app:zhangsan"
Claimed = bool | NotYet | None
_ROWS_READ = "SELECT seq_tup_read + idx_tup_fetch AS rows FROM pg_stat_xact_user_tables WHERE relname = 'outbox'"
_SOMEBODY_WAITS = (
    "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
)


class Process:
    """One that sends; it counts what it claims as the post does."""

    def __init__(self, database: Database, *, ahead: float = 0.0) -> None:
        self.database = database
        self.limiter = Limiter()
        self.members = Members(database)
        self.table = SharedOutboxTable(
            database, lambda: self.members.number, self.limiter, wall=lambda: time.time() + ahead
        )

    async def claim(
        self, row: int, *, urgent: bool = False, at: int = NOW, route: str = ROUTE, version: str = ""
    ) -> Claimed:
        self.limiter.note(route, at)
        claim = Claim(row, route, f"digest {row}", at, ask_check=True, urgent=urgent, version=version)
        [claimed] = await self.table.claim([claim])
        if isinstance(claimed, NotYet):
            self.limiter.forget(route, at)
        return claimed

    async def state(self, row: int) -> str:
        return (await self.table.get(row)).state


@asynccontextmanager
async def two(database: Database) -> AsyncIterator[tuple[Process, Process]]:
    """Both take part."""
    pair = Process(database), Process(database)
    for each in pair:
        await each.members.start()
    try:
        yield pair
    finally:
        for each in pair:
            await each.members.stop()


@pytest.fixture
async def pair(postgres: Database) -> AsyncIterator[tuple[Process, Process]]:
    async with two(postgres) as pair:
        yield pair


async def said(process: Process, count: int = 1, *, urgent: bool = False, to: str = "zhangsan") -> list[int]:
    parcels = [Said(ToPerson(UserId(to)), Text("好"), urgent=urgent)] * count
    return [each.id for each in await process.table.put(parcels, cause="m1", at=NOW)]


async def while_it_claims(process: Process, row: int, claim: Callable[[], Awaitable[Claimed]]) -> Claimed:
    """What another process is told at once, while `process` is in the midst of claiming `row`: the ledger is locked."""
    async with process.database.connected() as connection, connection.transaction():
        await connection.execute("LOCK TABLE ledger IN ACCESS EXCLUSIVE MODE")
        claiming = asyncio.ensure_future(process.claim(row))
        while not await connection.fetchval(_SOMEBODY_WAITS):  # noqa: ASYNC110 - the server rings no bell for that
            await asyncio.sleep(0.005)
        other = asyncio.ensure_future(claim())
        done, _ = await asyncio.wait([other], timeout=1)
    assert await claiming is True
    told = await other
    assert done, "it waited"
    return told


async def test_one_reader_one_parcel_at_a_time(pair: tuple[Process, Process]) -> None:
    one, other = pair
    first, second = await said(one, 2)
    [urgent] = await said(one, urgent=True)
    assert isinstance(await other.claim(second), NotYet)
    assert await one.claim(first) is True
    assert isinstance(await other.claim(second), NotYet)
    assert await other.claim(urgent, urgent=True) is True  # it waits for nothing, not even for what is on its way
    await one.table.settle([Settlement(first, "done", NOW)])
    await other.table.settle([Settlement(urgent, "done", NOW)])
    assert (await other.claim(second), await one.claim(second)) == (True, None)


async def test_a_call_that_took_long_counts_for_others_when_it_ended(pair: tuple[Process, Process]) -> None:
    """WeCom may have counted it only then."""
    one, other = pair
    quick, slow, last = await said(one, 3)
    ended = NOW + SLOWEST + 1_000
    for row, end in ((quick, NOW + 10), (slow, ended)):
        assert await one.claim(row) is True
        await one.table.settle([Settlement(row, "done", end)])
    assert await other.claim(last, at=ended) is True
    assert list(other.limiter._sent[ROUTE]) == [NOW + SLOWEST, NOW + SLOWEST, ended, ended + SLOWEST]


async def test_a_backlog_is_not_read_for_each_parcel(pair: tuple[Process, Process]) -> None:
    """Even where the server believes that there is none: it last looked when all had been sent."""
    one, _ = pair
    await one.database.execute("UPDATE outbox SET state = 'done'")
    await said(one, 500)
    await one.database.execute("UPDATE outbox SET state = 'done'")
    await one.database.execute("ANALYZE outbox")
    first = [number for reader in range(400) for number in await said(one, to=f"reader{reader}")][:32]
    claims = [Claim(row, f"app:reader{place}", f"digest {row}", NOW) for place, row in enumerate(first)]
    for claim in claims:
        one.limiter.note(claim.route, NOW)

    async def read() -> int:
        [found] = await one.database.fetch(_ROWS_READ)
        return int(found["rows"])

    async def work() -> int:
        before = await read()
        assert await one.table.claim(claims) == [False] * 32
        await one.table.settle([Settlement(row, "done", NOW) for row in first])
        return await read() - before

    assert await one.database.transact(work) < 32 * 8


async def test_nobody_claims_for_a_reader_while_another_process_does(pair: tuple[Process, Process]) -> None:
    """Not even for another way to him."""
    one, other = pair
    first, second = await said(one, 2)
    assert isinstance(await while_it_claims(one, first, lambda: other.claim(second, route="bot:zhangsan")), NotYet)


async def test_nobody_claims_for_a_route_while_another_process_does(pair: tuple[Process, Process]) -> None:
    """Else both would count what was sent before, and not each other."""
    one, other = pair
    [row], [elsewhere] = await said(one), await said(one, to="lisi")
    assert isinstance(await while_it_claims(one, row, lambda: other.claim(elsewhere)), NotYet)


async def test_what_another_process_sends_is_not_looked_into(pair: tuple[Process, Process]) -> None:
    one, other = pair
    [row] = await said(one)
    await one.claim(row)
    with pytest.raises(NotYet):
        await other.table.get(row)
    assert await one.state(row) == "sending"


async def test_a_pause_that_wecom_asked_for_holds_for_everybody(pair: tuple[Process, Process]) -> None:
    """Else those who knew of it already would try it one after the other, and its few attempts be used up at once."""
    one, other = pair
    [row] = await said(one)
    await one.claim(row)
    now = int(time.time() * 1000)
    await one.table.settle([Settlement(row, "waiting", NOW, errcode=-1, retry_at=now + 32_000)])
    with pytest.raises(NotYet) as later:
        await other.table.get(row)
    assert 25 < later.value.wait <= 32


async def test_a_pause_from_before_the_clock_was_set_back_holds_nobody(pair: tuple[Process, Process]) -> None:
    one, other = pair
    [row] = await said(one)
    await one.claim(row)
    now = int(time.time() * 1000)
    await one.table.settle([Settlement(row, "waiting", NOW, retry_at=now + 86_400_000)])
    assert await other.state(row) == "waiting"


async def test_who_read_it_before_another_process_tried_reads_it_anew(pair: tuple[Process, Process]) -> None:
    """Else he would send what may have got through as if nobody had tried it."""
    one, other = pair
    [row] = await said(one)
    before = await other.table.get(row)
    await one.claim(row)
    await one.table.settle([Settlement(row, "waiting", NOW, doubtful_since=NOW)])
    assert isinstance(await other.claim(row, version=before.version), NotYet)
    assert await other.claim(row, version=(await other.table.get(row)).version) is True


async def test_nobody_is_told_twice_where_two_divide_a_call_for_many(pair: tuple[Process, Process]) -> None:
    """Both have read it while somebody was at his limit."""
    ann, ben = map(UserId, ("ann", "ben"))
    [row] = await pair[0].table.put([Said(ToPeople((ann, ben)), Text("好"))], cause="m", at=0)
    read = [await each.table.get(row.id) for each in pair]
    later = (Part(ToPeople((ben,)), "app:ben"),)
    for each, found in zip(pair, read, strict=True):
        divided = Settlement(row.id, "waiting", NOW, address=ToPeople((ann,)), parts=later, version=found.version)
        await each.table.settle([divided])
    waiting = [(await pair[0].table.get(each.id)).address for each in await pair[0].table.waiting()]
    assert waiting == [ToPeople((ann,)), ToPeople((ben,))]


async def test_sends_of_the_living_are_their_own(pair: tuple[Process, Process]) -> None:
    one, other = pair
    [row] = await said(one)
    await one.claim(row)
    assert await other.table.interrupted() == []
    await other.table.settle([Settlement(row, "unknown", NOW)])
    assert await one.state(row) == "sending"


async def test_sends_of_the_dead_are_taken_over_once_and_for_all(pair: tuple[Process, Process]) -> None:
    one, other = pair
    [row] = await said(one)
    await one.claim(row)
    dead = one.members.number
    await one.members.stop()
    for _ in range(2):  # it is told of again: nobody knows whether it heard so the first time
        assert [each.id for each in await other.table.interrupted()] == [row]
    one.members.number = dead  # it was only slow, and says now what became of it
    await one.table.settle([Settlement(row, "done", NOW)])
    assert await other.state(row) == "sending"
    await other.table.settle([Settlement(row, "unknown", NOW)])
    assert await other.state(row) == "unknown"
    assert await other.table.interrupted() == []
    one.members.number = 0


async def test_what_is_settled_stays_so(pair: tuple[Process, Process]) -> None:
    """Whoever read it as waiting and was overtaken must not park it afterwards."""
    one, other = pair
    [row] = await said(one)
    await one.claim(row)
    await one.table.settle([Settlement(row, "done", NOW)])
    await other.table.settle([Settlement(row, "parked", NOW)])
    assert await one.state(row) == "done"


async def test_a_limit_is_one_for_all(pair: tuple[Process, Process]) -> None:
    """Half of it is used up by each, in turns; the next one waits, and an urgent one has its reserve."""
    limit = LIMITS[Via.APP]
    for number in range(limit.per_minute - limit.reserved):
        process = pair[number % 2]
        [row] = await said(process)
        assert isinstance(await process.claim(row), bool)
        await process.table.settle([Settlement(row, "done", NOW)])
    [row] = await said(pair[0])
    for process in pair:
        later = await process.claim(row)
        assert isinstance(later, NotYet)
        assert later.wait > 59
    [urgent] = await said(pair[0], urgent=True)
    assert await pair[1].claim(urgent, urgent=True) is True


async def test_a_process_that_starts_counts_what_was_sent_before(
    pair: tuple[Process, Process], postgres: Database
) -> None:
    limit = LIMITS[Via.APP]
    for _ in range(limit.per_minute - limit.reserved):
        [row] = await said(pair[0])
        await pair[0].claim(row)
        await pair[0].table.settle([Settlement(row, "done", NOW)])
    late = Process(postgres)
    [row] = await said(late)
    assert isinstance(await late.claim(row), NotYet)


@pytest.mark.parametrize("ahead", [90, -90])
async def test_machines_whose_clocks_differ_count_alike(
    pair: tuple[Process, Process], postgres: Database, ahead: int
) -> None:
    """Else WeCom would drop what both think is within its limit, without a word."""
    limit = LIMITS[Via.APP]
    for _ in range(limit.per_minute - limit.reserved):
        [row] = await said(pair[0])
        await pair[0].claim(row)
        await pair[0].table.settle([Settlement(row, "done", NOW)])
    other, its_now = Process(postgres, ahead=ahead), NOW + ahead * 1000 + 10_000
    [row] = await said(other)
    later = await other.claim(row, at=its_now)
    assert isinstance(later, NotYet)
    assert 50 < later.wait < 60
    assert await other.claim(row, at=its_now + 60_000) is True
    [single] = await postgres.fetch("SELECT max(at) AS at FROM ledger")
    assert abs(single["at"] - (NOW + 70_000)) < 1_000


async def test_many_readers_of_one_call_are_locked_and_counted_each(pair: tuple[Process, Process]) -> None:
    """What one process told many counts for each of them in the other."""
    one, other = pair
    people = ToPeople((UserId("zhangsan"), UserId("lisi")))
    [row] = await one.table.put([Said(people, Text("好"))], cause="m", at=0)
    readers = (ROUTE, "app:lisi")
    for route in readers:
        one.limiter.note(route, NOW)
    assert await one.table.claim([Claim(row.id, "app:", "d", NOW, ask_check=True, readers=readers)]) == [True]
    for _ in range(LIMITS[Via.APP].per_minute - LIMITS[Via.APP].reserved - 1):
        other.limiter.note(ROUTE, NOW)
    [single] = await one.table.put([Said(ToPerson(UserId("zhangsan")), Text("再说"))], cause="m", at=0)
    assert isinstance(await other.claim(single.id), NotYet)


async def test_nobody_claims_for_a_channel_that_another_process_was_told_is_shut(
    pair: tuple[Process, Process],
) -> None:
    one, other = pair
    row, group = *(await said(one)), *(await said(one, to="lisi"))
    await PauseTable(one.database).shut("app", 60)
    later = await other.claim(row)
    assert isinstance(later, NotYet)
    assert 59 < later.wait <= 60
    assert await other.claim(group, route="webhook:executives") is True


async def test_a_clock_that_was_set_back_a_day_holds_up_nobody(pair: tuple[Process, Process]) -> None:
    one, other = pair
    row = await said(one)
    await PauseTable(one.database).shut("app", 86460)
    assert await other.claim(*row) is True


async def test_what_was_no_attempt_is_not_counted(pair: tuple[Process, Process]) -> None:
    process, _ = pair
    row = await said(process)
    for attempts in (None, 1):
        assert await process.claim(*row) is True
        await process.table.settle([Settlement(*row, "waiting", NOW, attempts=attempts)])
    assert (await process.table.get(*row)).attempts == 1
