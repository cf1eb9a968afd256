"""One token for all who wait (more of it over HTTP in test_rest)."""

import asyncio

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.api.tokens import Token, TokenBox, token

from .platforms import Ticking


async def test_a_stop_does_not_leave_a_fetch_behind() -> None:
    never = asyncio.Event()

    async def fetch() -> Token | Outcome:
        await never.wait()
        return Outcome(Verdict.RETRY)

    box = TokenBox(fetch, monotonic=Ticking())
    waiting = asyncio.create_task(box.get())
    await asyncio.sleep(0)
    await box.close()
    outcome = await waiting
    assert isinstance(outcome, Outcome)
    assert outcome.verdict is Verdict.RETRY


async def test_only_the_refused_token_is_dropped() -> None:
    texts = iter(["one", "two"])

    async def fetch() -> Token | Outcome:
        return token(next(texts), lifetime=7200, now=1000.0)

    box = TokenBox(fetch, monotonic=Ticking())
    assert await box.get() == "one"
    box.drop("another one")
    assert await box.get() == "one"
    box.drop("one")
    assert await box.get() == "two"


async def test_a_life_that_is_none_is_no_reason_to_fetch_for_each_call() -> None:
    fetched, clock = [0], Ticking()

    async def fetch() -> Token | Outcome:
        fetched[0] += 1
        return token(f"t{fetched[0]}", lifetime=-1, now=clock())

    box = TokenBox(fetch, monotonic=clock)
    assert {await box.get() for _ in range(20)} == {"t1"}


def test_short_lives_are_not_renewed_before_they_begin() -> None:
    assert token("t", lifetime=7200, now=0).renew_at == 6900
    assert token("t", lifetime=60, now=0).renew_at == 54
    assert [token("t", lifetime=lifetime, now=0).renew_at for lifetime in (0, -7200, 1, -(10**30))] == [30] * 4
    assert token("t", lifetime=10**30, now=0).renew_at == 6900
    assert "secret" not in repr(token("secret", lifetime=60, now=0))
