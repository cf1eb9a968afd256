"""The post: what becomes of a parcel for each outcome, over retries, limits, rungs and restarts."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.limits import Limit, Limiter
from bot.delivery.post import WHILE_CLOSED, WHILE_MISCONFIGURED, Post
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Card, Content, Outcome, Parcel, Text, ToAsker, ToGroup, ToPerson, Verdict
from bot.shapes.pauses import OwnPauses
from bot.shapes.queue import Said, Settlement, Waiting
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable
from tests.chat import SAMPLE_COMPANY, Recorder, StoppedClock, _with_webhooks

FILE = _with_webhooks(load(SAMPLE_COMPANY))
GROUP = FILE.company.groups[0].id
HIM, WORDS = ToPerson(UserId("zhangsan")), Text("好")
UNKNOWN, RETRY = Outcome(Verdict.UNKNOWN, why="timeout"), Outcome(Verdict.RETRY, errcode=-1)
LATER = Outcome(Verdict.RETRY, errcode=45033)
REFUSED, FORM = Outcome(Verdict.REFUSED, errcode=81013), Outcome(Verdict.REFUSED, errcode=40058, form=True)
MISCONFIGURED = Outcome(Verdict.MISCONFIGURED, errcode=60020)


class Broken(Recorder):
    """Accepts, and then raises instead of saying so."""

    async def send(self, parcel: Parcel) -> Outcome:
        await super().send(parcel)
        raise KeyError("errcode")


@dataclass(slots=True)
class Office:
    """A post with a real outbox and channels that obey."""

    database: Database
    clock: StoppedClock = field(default_factory=lambda: StoppedClock(FILE.now))
    app: Recorder = field(default_factory=lambda: Recorder(Via.APP))
    bot: Recorder = field(default_factory=lambda: Recorder(Via.BOT))
    webhook: Recorder = field(default_factory=lambda: Recorder(Via.WEBHOOK))
    heard: set[str] = field(default_factory=set)
    alarms: list[str] = field(default_factory=list)
    pauses: OwnPauses = field(default_factory=OwnPauses)
    post: Post = field(init=False)
    table: OutboxTable = field(init=False)

    def __post_init__(self) -> None:
        self.table = OutboxTable(self.database)
        self.restart()

    def restart(self, *, without: Via | None = None, limiter: Limiter | None = None) -> None:
        channels = {each.via: each for each in (self.app, self.bot, self.webhook) if each.via is not without}
        self.post = Post(
            self.table,
            channels,
            self.clock,
            lambda: FILE.company,
            self.heard.__contains__,
            limiter=limiter,
            alarm=self.alarm,
            pauses=self.pauses,
        )

    async def alarm(self, cause: str) -> None:
        self.alarms.append(cause)

    async def put(self, address: Address = HIM, content: Content = WORDS, *, urgent: bool = False) -> Waiting:
        return (await self.table.put([Said(address, content, urgent)], cause="m", at=0))[0]

    async def row(self, waiting: Waiting) -> dict[str, Any]:
        return (await self.database.fetch("SELECT * FROM outbox WHERE id = ?1", waiting.id))[0]

    async def state(self, waiting: Waiting) -> str:
        return str((await self.row(waiting))["state"])

    async def recover(self) -> None:
        for interrupted in await self.post.recover():
            await self.post.work(interrupted)

    async def die_while_sending(self, waiting: Waiting) -> None:
        """As far as the claim; the outcome is never written down."""
        await self.post.work(waiting)
        await self.database.execute("UPDATE outbox SET state = 'sending' WHERE id = ?1", waiting.id)


@pytest.fixture
async def office(database: Database) -> Office:
    return Office(database)


async def test_done(office: Office) -> None:
    office.app.outcomes = [Outcome(Verdict.DONE, receipt={"msgid": "1"})]
    parcel = await office.put()
    assert await office.post.work(parcel) is None
    assert (await office.row(parcel))["receipt"] == '{"msgid": "1"}'
    assert [each.content for each in office.app.sent] == [WORDS]


async def test_retry_goes_again_after_a_pause_that_outlives_a_restart(office: Office) -> None:
    office.app.outcomes = [replace(RETRY, wait=30.0)]
    parcel = await office.put()
    assert await office.post.work(parcel) == 30.0
    again = (await office.table.waiting())[0]
    assert again.retry_at > 0
    assert await office.post.work(again) is None
    assert await office.state(parcel) == "done"


async def test_what_never_passes_goes_another_way_and_counts_anew_there(office: Office) -> None:
    office.heard.add("zhangsan")
    office.app.outcomes = [LATER] * 8
    office.bot.outcomes = [LATER] * 7
    parcel = await office.put()
    for _ in range(16):
        await office.post.work(parcel)
    assert await office.state(parcel) == "done"
    assert (len(office.app.sent), len(office.bot.sent)) == (0, 1)


async def test_where_wecom_is_busy_it_is_asked_four_times_and_each_time_later(office: Office) -> None:
    office.app.outcomes = [replace(RETRY, wait=2.0)] * 5
    parcel = await office.put()
    assert [await office.post.work(parcel) for _ in range(4)] == [2.0, 8.0, 32.0, None]
    assert (await office.state(parcel), len(office.app.outcomes)) == ("parked", 1)


async def test_a_refused_form_is_followed_by_a_plainer_one(office: Office) -> None:
    office.app.outcomes = [FORM]
    parcel = await office.put(content=Card(title="卡片", plain="字"))
    assert await office.post.work(parcel) == 0.0
    assert await office.post.work(parcel) is None
    assert [each.content for each in office.app.sent] == [Text("字")]


async def test_a_refused_reader_is_looked_for_elsewhere_and_then_parked_with_an_alarm(office: Office) -> None:
    office.heard.add("zhangsan")
    office.app.outcomes = [REFUSED]
    office.bot.outcomes = [REFUSED]
    parcel = await office.put(content=Card(title="卡片", plain="字"))
    assert await office.post.work(parcel) == 0.0
    assert await office.post.work(parcel) is None
    assert await office.state(parcel) == "parked"
    assert office.alarms == ["m"]


async def test_without_any_way_it_is_parked(office: Office) -> None:
    office.restart(without=Via.APP)
    parcel = await office.put()
    await office.post.work(parcel)
    assert await office.state(parcel) == "parked"


async def test_an_unknown_app_message_is_repeated_with_the_duplicate_check(office: Office) -> None:
    office.app.outcomes = [UNKNOWN]
    parcel = await office.put()
    assert await office.post.work(parcel) is not None
    assert await office.post.work(parcel) is None
    assert [(each.check_duplicates, each.repeated) for each in office.app.sent] == [(True, True)]


async def test_an_equal_message_is_sent_without_the_check_and_not_repeated(office: Office) -> None:
    await office.post.work(await office.put())
    office.app.outcomes = [UNKNOWN]
    second = await office.put()
    assert await office.post.work(second) is None
    assert await office.state(second) == "unknown"


async def test_a_plainer_form_asks_for_the_check_by_its_own_words(office: Office) -> None:
    await office.post.work(await office.put(content=Text("字")))
    office.app.outcomes = [FORM]
    parcel = await office.put(content=Card(title="卡片", plain="字"))
    await office.post.work(parcel)
    await office.post.work(parcel)
    assert [each.check_duplicates for each in office.app.sent] == [True, False]


@pytest.mark.parametrize("address", [ToGroup(GROUP), ToAsker(Via.BOT, UserId("zhangsan"))])
async def test_an_unknown_push_is_listed_and_not_repeated(office: Office, address: Address) -> None:
    office.webhook.outcomes = office.bot.outcomes = [UNKNOWN]
    parcel = await office.put(address)
    assert await office.post.work(parcel) is None
    assert await office.state(parcel) == "unknown"
    assert office.app.sent == []


async def test_a_channel_that_raises_leaves_an_unknown_outcome(office: Office) -> None:
    office.webhook = Broken(Via.WEBHOOK)
    office.restart()
    parcel = await office.put(ToGroup(GROUP))
    assert await office.post.work(parcel) is None
    assert await office.state(parcel) == "unknown"
    assert len(office.webhook.sent) == 1


async def test_refused_after_a_doubt_is_not_tried_another_way(office: Office) -> None:
    office.heard.add("zhangsan")
    office.app.outcomes = [UNKNOWN, REFUSED]
    parcel = await office.put()
    await office.post.work(parcel)
    await office.post.work(parcel)
    assert await office.state(parcel) == "unknown"
    assert office.bot.sent == []


async def test_a_doubt_that_has_grown_old_is_listed(office: Office) -> None:
    office.app.outcomes = [UNKNOWN]
    parcel = await office.put()
    await office.post.work(parcel)
    office.clock.time += timedelta(minutes=26)
    assert await office.post.work(parcel) is None
    assert await office.state(parcel) == "unknown"
    assert office.app.sent == []


async def test_misconfigured_waits_for_a_human(office: Office) -> None:
    office.app.outcomes = [MISCONFIGURED]
    parcel = await office.put()
    assert await office.post.work(parcel) == WHILE_MISCONFIGURED
    assert await office.state(parcel) == "waiting"


async def test_a_closed_channel_is_waited_for(office: Office) -> None:
    office.app.up = False
    parcel = await office.put()
    assert await office.post.work(parcel) == WHILE_CLOSED
    assert (await office.row(parcel))["attempts"] == 0


async def test_limits_hold_a_parcel_until_the_clock_lets_it_go_and_urgent_ones_pass(office: Office) -> None:
    office.restart(limiter=Limiter({via: Limit(2, 100, 1) for via in Via}))
    await office.post.work(await office.put())
    held, urgent = await office.put(), await office.put(urgent=True)
    assert await office.post.work(held) == pytest.approx(62.0)
    assert office.post.next_due() == office.clock.now() + timedelta(seconds=62)
    assert await office.post.work(urgent) is None
    office.clock.time += timedelta(seconds=62)
    assert await office.post.work(held) is None
    assert office.post.next_due() is None


async def test_the_ledger_counts_after_a_restart(office: Office) -> None:
    await office.post.work(await office.put())
    office.restart(limiter=Limiter({via: Limit(1, 100, 0) for via in Via}))
    await office.post.recover()
    assert await office.post.work(await office.put()) == pytest.approx(62.0)


async def test_after_a_crash_what_shows_once_goes_again(office: Office) -> None:
    parcel = await office.put()
    await office.die_while_sending(parcel)
    office.restart()
    await office.recover()
    assert [each.repeated for each in office.app.sent] == [False, True]


async def test_after_a_crash_a_push_is_listed(office: Office) -> None:
    parcel = await office.put(ToGroup(GROUP))
    await office.die_while_sending(parcel)
    await office.recover()
    assert await office.state(parcel) == "unknown"


async def test_after_a_crash_nothing_goes_by_another_channel_than_before(office: Office) -> None:
    office.heard.add("zhangsan")
    parcel = await office.put()
    await office.die_while_sending(parcel)
    office.restart(without=Via.APP)
    await office.recover()
    assert await office.state(parcel) == "unknown"


async def test_what_kills_the_process_each_time_is_listed_in_the_end(office: Office) -> None:
    parcel = await office.put()
    for _ in range(9):
        await office.die_while_sending(parcel)
        office.restart()
    await office.recover()
    assert await office.state(parcel) == "unknown"


async def test_what_is_settled_is_not_sent_again(office: Office) -> None:
    parcel = await office.put()
    await office.post.work(parcel)
    assert await office.post.work(parcel) is None
    assert len(office.app.sent) == 1


async def test_what_another_version_wrote_is_parked_and_stops_nothing(office: Office) -> None:
    parcel = await office.put()
    await office.database.execute("UPDATE outbox SET content = '[\"Hologram\",{}]', state = 'sending'")
    await office.recover()
    assert await office.state(parcel) == "parked"
    assert len(office.alarms) == 1


class Late(OutboxTable):
    """Another process is always quicker."""

    async def claim(self, batch: Any) -> Any:
        return [None for _ in batch]


async def test_what_somebody_else_sends_is_counted_once(office: Office) -> None:
    """As what the ledger says, not as one's own as well."""
    office.table, limiter = Late(office.database), Limiter()
    office.restart(limiter=limiter)
    assert await office.post.work(await office.put()) is None
    assert not limiter._sent["app:zhangsan"]


class Forgetful(OutboxTable):
    """Can't write an outcome down the first time."""

    failures = 1

    async def settle(self, batch: Any) -> Any:
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        return await super().settle(batch)


async def test_an_outcome_that_could_not_be_written_down_is_written_again(office: Office) -> None:
    office.table = Forgetful(office.database)
    office.restart()
    parcel = await office.put()
    assert await office.post.work(parcel) is None
    assert await office.state(parcel) == "done"
    assert len(office.app.sent) == 1


async def test_a_claim_that_could_not_be_written_counts_for_nothing(office: Office) -> None:
    class Unclaimable(OutboxTable):
        async def claim(self, batch: Any) -> Any:
            raise OSError("disk full")

    limiter = Limiter({via: Limit(1, 100, 0) for via in Via})
    office.table = Unclaimable(office.database)
    office.restart(limiter=limiter)
    with pytest.raises(OSError, match="disk full"):
        await office.post.work(await office.put())
    assert limiter.wait("app:zhangsan", int(office.clock.now().timestamp() * 1000), urgent=False) == 0
    assert office.app.sent == []


async def test_a_settlement_keeps_the_first_doubt(office: Office) -> None:
    parcel = await office.put()
    for since in (5, 9):
        await office.table.settle([Settlement(parcel.id, "waiting", 0, doubtful_since=since)])
    assert (await office.row(parcel))["doubtful_since"] == 5
