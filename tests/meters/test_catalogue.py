"""A message is timed from its arrival to the first thing said to it."""

import time

from bot.meters.catalogue import Meters


def test_the_first_answer_counts() -> None:
    meters = Meters()
    meters.heard("app:1", since=time.monotonic() - 2)
    assert meters.ack.total >= 2
    meters.answered("app:1")
    meters.answered("app:1")
    meters.answered("job:reminder")
    assert sum(meters.reply.counts) == 1
    assert meters.reply.total >= 2


def test_nobody_shares_what_he_counts() -> None:
    Meters().parked.add()
    assert Meters().parked.values == {}
