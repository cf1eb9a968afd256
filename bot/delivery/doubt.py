"""What to do about an attempt of which nobody knows whether it got through. Pure."""

from bot.delivery.ladder import Rung, may_repeat
from bot.shapes.outgoing import Outcome
from bot.shapes.queue import OutboxRow

MOST_ATTEMPTS = 8  # of one rung, for what passes by itself
BUSY = -1  # WeCom's errcode for that: to be tried three times more, and then left alone (D-90313)
MOST_WHILE_BUSY = 4
SLOWER = 4.0  # times, from one of these to the next: four in a few seconds would all meet the same trouble
REPEAT_WITHIN_MS = 25 * 60 * 1000  # WeCom's duplicate check looks 30 minutes back


def goes_again(row: OutboxRow, outcome: Outcome) -> bool:
    """What WeCom asked to be tried later."""
    return row.attempts < (MOST_WHILE_BUSY if outcome.errcode == BUSY else MOST_ATTEMPTS)


def pause_before(row: OutboxRow, outcome: Outcome) -> float | None:
    """Seconds; None: as long as usual."""
    slower = SLOWER ** (row.attempts - 1) if outcome.errcode == BUSY else 1.0
    return outcome.wait * slower or None


def is_doubtful(row: OutboxRow) -> bool:
    """An attempt may have got through, and the row is not settled yet."""
    return row.state == "sending" or (row.state == "waiting" and row.doubtful_since is not None)


def repeatable(row: OutboxRow, rung: Rung | None, now: int) -> bool:
    """Whether sending `row` by `rung` once more can't be seen twice.

    It must go where it went, in a way that shows a repetition once, and before WeCom forgets what it had. `now`: ms.
    """
    if rung is None or rung.route != row.route or row.attempts >= MOST_ATTEMPTS:
        return False
    return may_repeat(rung) and now - doubtful_since(row) < REPEAT_WITHIN_MS


def doubtful_since(row: OutboxRow) -> int:
    """When the first attempt was made whose outcome nobody knows, in ms."""
    return row.doubtful_since or row.claimed_at or row.created_at
