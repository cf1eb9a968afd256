"""`growth`: how much memory the bot has after so many messages, and how much more after more of them.

Rushes of some thousands, each answered to the end before the next; so nobody is told more than WeCom lets through.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.callbacks import Crowd
from bench.drained import PROBED, SETTLING, WITHIN
from bench.figures import Figure
from bench.processes import resident_mb
from bench.stubbed import Outlet
from bench.trials import Site, UntrustworthyError, beside, beside_it, site, written

A_RUSH = 2000
A_SECOND = 2000  # as they come in a rush
PEOPLE = 20_000
BASELINE = "the same process after a fourth of the messages"


def figures(messages: int) -> Iterator[Figure]:
    """RSS after `messages`; what it was after a fourth of them is held against it."""
    crowd = Crowd(PEOPLE, ("/帮助",))
    with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name, beside(Path(name)) as url:
        folder = Path(name)
        with site(folder, url, program=PROBED) as under_test:
            time.sleep(SETTLING)
            outlet, early = Outlet(under_test.api), 0.0
            for first in range(0, messages, A_RUSH):
                _rush(under_test, outlet, written(folder, list(crowd.requests(A_RUSH, first))))
                if first < messages / 4 <= first + A_RUSH:
                    early = resident_mb(under_test.bots[0].pid)
            late = resident_mb(under_test.bots[0].pid)
    more = {"baseline_value": early, "messages": messages, "more_mb": late - early}
    yield Figure("growth", late, "MB", BASELINE, late / early, more)


def _rush(under_test: Site, outlet: Outlet, file: Path) -> None:
    before = len(outlet.read())
    beside_it("bench.steady", [str(file), str(under_test.bots[0].port), str(A_SECOND)], within=WITHIN)
    outlet.await_calls(before + A_RUSH, within=WITHIN)
    if not resident_mb(under_test.bots[0].pid):
        raise UntrustworthyError("how much memory a process has can't be seen here")
