"""Where WeCom says that it is asked too often, nobody asks before its window is over; then one, then all."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
import structlog

from bot.delivery.post import Post
from bot.identifiers import UserId
from bot.queueing.pump import Pump
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Parcel, Text, ToGroup, ToPerson, Verdict
from bot.shapes.queue import Said
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.pauses import PauseTable
from bot.storage.schema.upgrading import upgrade
from bot.wecom.api.errcodes import outcome_of
from tests.chat import SAMPLE_COMPANY, _with_webhooks, load
from tests.crash.explore import ENGINE, LoopClock
from tests.crash.flows import SUNDAY
from tests.crash.loop import SteppedLoop

COMPANY = _with_webhooks(load(SAMPLE_COMPANY)).company
PEOPLE, GROUPS = 30, [group.id for group in COMPANY.groups if group.webhook]
FIRE = Text("三车间着火了")
TOO_OFTEN, NOT_TRUSTED = outcome_of(45009), outcome_of(60020, "not allow to access from your ip, from ip: 10.0.0.1")


@dataclass(slots=True)
class Road:
    """A channel that takes half a second; `says` is what its first calls are answered, in order."""

    via: Via
    says: list[Outcome] = field(default_factory=list)
    began: list[tuple[float, Text]] = field(default_factory=list)
    pushes: bool = True

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        assert isinstance(parcel.content, Text)
        self.began.append((asyncio.get_running_loop().time(), parcel.content))
        outcome = self.says.pop(0) if self.says else Outcome(Verdict.DONE)
        await asyncio.sleep(0.5)
        return outcome


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    yield
    structlog.configure(**before)


def lived(app: Road, webhook: Road, told: list[Outcome] | None = None) -> list[str]:
    """In virtual time: what became of a message to each, a cry for help ten seconds later, and one to a group."""
    loop = SteppedLoop()
    try:
        return loop.run_until_complete(_sent(app, webhook, [] if told is None else told))
    finally:
        loop.close()


async def _sent(app: Road, webhook: Road, told: list[Outcome]) -> list[str]:
    async def shut(via: Via, outcome: Outcome) -> None:
        told.append(outcome)

    database = await Database.open("sqlite://:memory:", engine=ENGINE)
    await upgrade(database)
    table = OutboxTable(database)
    roads = {road.via: road for road in (app, webhook)}
    clock = LoopClock(SUNDAY)
    post = Post(table, roads, clock, lambda: COMPANY, lambda _: False, shut=shut, pauses=PauseTable(database))
    pump = Pump("delivery", post.work, workers=4)
    pump.start()

    async def put(*said: Said) -> None:
        pump.add(await database.transact(lambda: table.put(said, cause="m", at=0)))

    await put(*(Said(ToPerson(UserId(f"u{number}")), Text(f"{number}")) for number in range(PEOPLE)))
    await asyncio.sleep(10)
    await put(Said(ToPerson(UserId("u0")), FIRE, urgent=True), Said(ToGroup(GROUPS[0]), Text("群里")))
    await asyncio.sleep(1200)
    await pump.stop(within=1)
    rows = await database.fetch("SELECT state FROM outbox ORDER BY id")
    await database.close()
    return [row["state"] for row in rows]


@pytest.mark.parametrize("no", [TOO_OFTEN, NOT_TRUSTED], ids=["too often", "not trusted"])
def test_nothing_passes_before_the_window_is_over_then_one_and_then_all(no: Outcome) -> None:
    app, webhook, told = Road(Via.APP, [no]), Road(Via.WEBHOOK), list[Outcome]()
    assert set(lived(app, webhook, told)) == {"done"}
    before = [at for at, _ in app.began if at <= 0.5]
    (first, cry), (second, _), *_ = app.began[len(before) :]
    assert len(before) == 4  # on their way when it was said
    assert (60.5 <= first < 61, cry) == (True, FIRE)
    assert second >= first + 0.5
    assert [round(at) for at, _ in webhook.began] == [10]  # another channel, another limit
    assert told == ([no] if no is NOT_TRUSTED else [])


def test_where_it_says_so_again_one_call_has_asked() -> None:
    app = Road(Via.APP, [TOO_OFTEN] * 4 + [TOO_OFTEN] * 3)
    assert set(lived(app, Road(Via.WEBHOOK))) == {"done"}
    assert [round(at - 0.5) // 60 for at, _ in app.began[:8]] == [0, 0, 0, 0, 1, 2, 3, 4]


def test_a_group_at_its_limit_holds_up_no_other() -> None:
    webhook = Road(Via.WEBHOOK, [replace(outcome_of(130101), why="")])
    assert set(lived(Road(Via.APP), webhook)) == {"done"}
    assert [at < 11 or at > 70 for at, _ in webhook.began] == [True, True]
