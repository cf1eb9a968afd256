"""When a row that failed may go again, for every process that knows of it: as it was written down."""

import time

from bot.queueing.pump import LONGEST_HOLD
from bot.storage.queues.pauses import LONGEST


def too_early(retry_at: int) -> float:
    """Seconds until it is to be looked at again; 0: it may go. `retry_at`: ms since 1970, by the system's clock.

    What seems further off than any pause is long was written before that clock was set back.
    """
    left = retry_at / 1000 - time.time()
    return min(left, LONGEST_HOLD) if 0 < left <= LONGEST else 0.0
