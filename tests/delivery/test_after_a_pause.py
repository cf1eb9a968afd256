"""When a window is over: whoever goes first and doesn't get as far as WeCom is in nobody's way."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace

import pytest

from bot.delivery.limits import Limit, Limiter
from bot.delivery.turnstile import LOOK_AGAIN
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Parcel, ToPerson
from bot.shapes.queue import Claim, NotYet
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable
from bot.wecom.api.errcodes import WINDOW, outcome_of
from tests.chat import Recorder
from tests.delivery.test_post import HIM, RETRY, Office

HER, THIRD = ToPerson(UserId("lisi")), ToPerson(UserId("wangwu"))
TOO_OFTEN = outcome_of(45009)


@dataclass(slots=True)
class Slow(Recorder):
    """Answers when it is told to."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, parcel: Parcel) -> Outcome:
        self.asked.set()
        await self.answers.wait()
        return await Recorder.send(self, parcel)


class Unclaimed(OutboxTable):
    """Each claim comes to what `instead` says, once."""

    instead: NotYet | OSError | bool | None = False

    async def claim(self, batch: Sequence[Claim]) -> Sequence[bool | NotYet | None]:
        instead, self.instead = self.instead, False
        if isinstance(instead, OSError):
            raise instead
        return await super().claim(batch) if instead is False else [instead for _ in batch]


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


async def window_over(office: Office) -> None:
    """WeCom said once that the app asks too often, and that is a while ago."""
    office.app.outcomes.append(replace(TOO_OFTEN, pause=0.01))
    assert await office.post.work(await office.put(THIRD))
    await asyncio.sleep(0.012)


@asynccontextmanager
async def after_a_window(office: Office, app: Slow) -> AsyncIterator[None]:
    """One is on its way, after those that came to the outcomes named before."""
    troubles, app.outcomes = app.outcomes, []
    app.answers.set()
    await window_over(office)
    app.outcomes += troubles
    for _ in troubles:
        assert await office.post.work(await office.put(HIM))
    app.answers.clear()
    app.asked.clear()
    first = asyncio.create_task(office.post.work(await office.put(THIRD)))
    await app.asked.wait()
    yield
    app.answers.set()
    assert await first is None


async def goes(office: Office) -> bool:
    """Whether a message to somebody else passes at once."""
    return await office.post.work(await office.put(HER)) is None


async def test_a_process_that_another_one_told_of_it_lets_one_go_first_too(office: Office) -> None:
    """Nothing was to be sent here while it lasted."""
    office.app = app = Slow(Via.APP)
    office.restart()
    office.pauses.note("app", 0.001)
    await asyncio.sleep(0.002)
    first = asyncio.create_task(office.post.work(await office.put(HIM)))
    await app.asked.wait()
    async with asyncio.timeout(1):
        assert await office.post.work(await office.put(HER)) == LOOK_AGAIN
    app.answers.set()
    assert await first is None
    assert await goes(office)
    app.answers.clear()
    both = [asyncio.create_task(office.post.work(await office.put(each))) for each in (HIM, HER)]
    done, _ = await asyncio.wait(both, timeout=0.01)
    assert not done
    app.answers.set()
    assert await asyncio.gather(*both) == [None, None]


async def test_who_is_at_his_limit(office: Office) -> None:
    office.restart(limiter=Limiter({Via.APP: Limit(per_minute=1, per_hour=9, reserved=0)}))
    assert await office.post.work(await office.put(HIM)) is None
    await window_over(office)
    assert await office.post.work(await office.put(HIM))
    assert await goes(office)


@pytest.mark.parametrize("instead", [NotYet(5.0), None, OSError("away")], ids=["not yet", "gone", "raises"])
async def test_who_does_not_get_his_row(office: Office, instead: NotYet | OSError | None) -> None:
    office.table = table = Unclaimed(office.database)
    office.restart()
    await window_over(office)
    table.instead = instead
    with suppress(OSError):
        await office.post.work(await office.put(HIM))
    assert await goes(office)


async def test_who_meets_another_trouble_has_not_shown_that_it_is_open(office: Office) -> None:
    office.app = app = Slow(Via.APP, outcomes=[RETRY])
    office.restart()
    async with after_a_window(office, app):
        assert await office.post.work(await office.put(HER))


async def test_a_cry_for_help_waits_for_no_other_that_went_first(office: Office) -> None:
    office.app = app = Slow(Via.APP)
    office.restart()
    async with after_a_window(office, app):
        app.asked.clear()
        cry = asyncio.create_task(office.post.work(await office.put(HER, urgent=True)))
        await asyncio.wait_for(app.asked.wait(), 1)
    assert await cry is None


async def test_what_found_out_that_it_is_shut_was_not_tried(office: Office) -> None:
    """However long that lasts, it goes neither another way nor to those that a human looks at."""
    office.heard.add("zhangsan")
    parcel = await office.put(HIM)
    for _ in range(20):
        office.app.outcomes.append(replace(TOO_OFTEN, pause=0.001))
        assert await office.post.work(parcel)
        await asyncio.sleep(0.0012)
    assert (await office.row(parcel))["attempts"] == 0
    assert await office.post.work(parcel) is None
    assert (len(office.app.sent), len(office.bot.sent)) == (1, 0)


async def test_the_next_time_another_goes_first(office: Office) -> None:
    office.app.outcomes.append(replace(TOO_OFTEN, pause=WINDOW))
    first = await office.post.work(await office.put(HIM))
    other = await office.post.work(await office.put(HER))
    cry = await office.post.work(await office.put(HER, urgent=True))
    assert 0.0 < (cry or 0.0) < (other or 0.0) < (first or 0.0) < WINDOW + 1
