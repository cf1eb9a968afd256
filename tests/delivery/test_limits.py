"""The limiter against a brute-force oracle: however WeCom draws its windows, it never counts more than it allows."""

from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.limits import HOUR, LIMITS, MARGIN, MINUTE, Limit, Limiter
from bot.shapes.incoming import Via

SMALL = {via: Limit(per_minute=5, per_hour=12, reserved=2) for via in Via}
ROUTE = "app:zhangsan"

sends = st.lists(
    st.tuples(
        st.integers(0, 20_000), st.integers(0, 8_000), st.floats(0, 1), st.booleans()
    ),  # gap, takes, when, urgent
    max_size=60,
)


def fullest(times: list[int], window: int) -> int:
    """The most that any window of that length holds."""
    return max((bisect_right(times, at + window - 1) - place for place, at in enumerate(times)), default=0)


@settings(max_examples=200)
@given(sends)
def test_never_more_than_wecom_allows_in_any_window(plan: list[tuple[int, int, float, bool]]) -> None:
    limiter, now, counted = Limiter(SMALL), 0, list[int]()
    for gap, takes, when, urgent in plan:
        now += gap
        now += limiter.wait(ROUTE, now, urgent=urgent)
        limiter.note(ROUTE, now)
        counted.append(now + int(takes * when))  # at some time between our asking and its answer
        limiter.answered(ROUTE, now, now + takes)
        now += takes
    counted.sort()
    assert fullest(counted, MINUTE) <= SMALL[Via.APP].per_minute
    assert fullest(counted, HOUR) <= SMALL[Via.APP].per_hour


@given(st.lists(st.integers(0, 30_000), max_size=30))
def test_it_waits_no_longer_than_it_must(gaps: list[int]) -> None:
    limiter, now = Limiter(SMALL), 0
    for gap in gaps:
        now += gap
        if wait := limiter.wait(ROUTE, now, urgent=True):
            assert limiter.wait(ROUTE, now + wait - 1, urgent=True) == 1
            now += wait
        assert limiter.wait(ROUTE, now, urgent=True) == 0
        limiter.note(ROUTE, now)


@pytest.mark.parametrize("leap", [2 * HOUR, -2 * HOUR])
def test_a_clock_that_leaps_while_something_is_sent_is_no_defect(leap: int) -> None:
    """A machine that slept, or whose clock was put right: another parcel to the same reader is looked at by the new one
    before the first is answered."""
    limiter, now = Limiter(SMALL), 3 * HOUR
    limiter.note(ROUTE, now)
    assert limiter.wait(ROUTE, now + leap, urgent=False) == 0
    limiter.answered(ROUTE, now, now + leap)
    limiter.forget(ROUTE, now)
    assert limiter.wait(ROUTE, now + leap, urgent=False) == 0


def test_some_places_are_kept_for_urgent_parcels() -> None:
    limiter = Limiter(SMALL)
    for _ in range(3):
        limiter.note(ROUTE, 0)
    assert limiter.wait(ROUTE, 0, urgent=False) == MINUTE + MARGIN
    assert limiter.wait(ROUTE, 0, urgent=True) == 0


def test_what_was_sent_before_a_restart_counts() -> None:
    limiter = Limiter(SMALL)
    limiter.load([(ROUTE, at) for at in range(5)])
    assert limiter.wait(ROUTE, 10, urgent=True) == MINUTE + MARGIN - 10
    assert limiter.wait("app:lisi", 10, urgent=True) == 0


def test_what_was_not_sent_after_all_does_not() -> None:
    limiter = Limiter(SMALL)
    limiter.load([(ROUTE, at) for at in range(5)])
    limiter.forget(ROUTE, 3)
    assert limiter.wait(ROUTE, 10, urgent=True) == 0


@pytest.mark.parametrize(("set_back", "waits"), [(10 * MINUTE, True), (2 * HOUR, False)])
def test_a_clock_that_is_set_back(set_back: int, *, waits: bool) -> None:
    """By minutes: what was sent counts until then. By hours: the clock was wrong, and nobody waits for it."""
    limiter, now = Limiter(SMALL), 3 * HOUR
    for _ in range(5):
        limiter.note(ROUTE, now)
    assert (limiter.wait(ROUTE, now - set_back, urgent=True) > 0) is waits


def test_each_channel_has_limits() -> None:
    assert set(LIMITS) == set(Via)
    assert all(limit.reserved < limit.per_minute for limit in LIMITS.values())


def test_how_much_of_a_minute_is_used() -> None:
    limiter = Limiter()
    for at in (1_000, 50_000, 60_500):
        limiter.note("app:u1", at)
    limiter.note("app:u2", 60_000)
    used = limiter.used(61_500)
    assert (used[Via.APP], used[Via.BOT]) == (2 / 30, 0)
