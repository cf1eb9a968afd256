"""Whatever dies while entries are linked and while the head is posted: no gap, no fork, and the head is read once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.shapes.incoming import Via
from tests.crash.explore import check
from tests.crash.flows import PROJECT_A, SUNDAY, Flow, says
from tests.storage.chained import RING

HEAD = Flow(
    "the head of the chain is posted while somebody does something",
    [says("m1", "郑群", "/订阅 安全提醒", at=PROJECT_A, via=Via.BOT), says("m2", "张三", "/审计")],
    begins=datetime(2026, 11, 23, 8, 59, 57, tzinfo=SUNDAY.tzinfo),
    quiet_after=6.0,
    ring=RING,
)


def test_killed_at_many_a_step(tmp_path: Path, used: Callable[[Flow], bytes]) -> None:
    report = check(HEAD, tmp_path, used(HEAD), choose=lambda number: number % 4 == 1)
    assert not report.wrong
    assert report.states > 20
    with closing(sqlite3.connect(tmp_path / "life.sqlite3")) as database:
        told = database.execute("SELECT address FROM outbox WHERE cause LIKE 'job:audit-head:%'").fetchall()
    assert len(told) == len(set(told)) == 2
