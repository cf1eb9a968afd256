"""When something whose outcome nobody knows may simply be sent again."""

from dataclasses import replace

import pytest

from bot.delivery.doubt import MOST_ATTEMPTS, REPEAT_WITHIN_MS, is_doubtful, repeatable
from bot.delivery.ladder import Rung
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Parcel, Text, ToPerson
from bot.shapes.queue import OutboxRow

HIM, WORDS = ToPerson(UserId("zhangsan")), Text("好")
SENT = OutboxRow(1, "m", "sending", HIM, WORDS, False, 1, 0, 0, 1_000, "app:zhangsan", True)
RUNG = Rung(Via.APP, Parcel(1, HIM, WORDS, check_duplicates=True), "app:zhangsan")


def test_the_same_way_and_soon() -> None:
    assert repeatable(SENT, RUNG, 2_000)


@pytest.mark.parametrize(
    ("row", "rung", "now"),
    [
        (SENT, None, 2_000),  # the channel is gone
        (SENT, replace(RUNG, route="bot:zhangsan"), 2_000),  # the way has changed
        (SENT, replace(RUNG, parcel=replace(RUNG.parcel, check_duplicates=False)), 2_000),
        (SENT, RUNG, 1_000 + REPEAT_WITHIN_MS),  # WeCom forgets what it had
        (replace(SENT, claimed_at=REPEAT_WITHIN_MS, doubtful_since=1_000), RUNG, 1_000 + REPEAT_WITHIN_MS),
        (replace(SENT, attempts=MOST_ATTEMPTS), RUNG, 2_000),  # it may be what stops the process
    ],
)
def test_not_otherwise(row: OutboxRow, rung: Rung | None, now: int) -> None:
    assert not repeatable(row, rung, now)


@pytest.mark.parametrize(
    ("state", "since", "doubtful"),
    [("waiting", None, False), ("waiting", 5, True), ("sending", None, True), ("done", 5, False)],
)
def test_doubtful_is_what_may_have_got_through_and_is_not_settled(
    state: str, since: int | None, *, doubtful: bool
) -> None:
    assert is_doubtful(replace(SENT, state=state, doubtful_since=since)) is doubtful
