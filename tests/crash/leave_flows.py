"""What people do about leave: asked for, decided, taken back, moved, begun; the ledger follows each time."""

from dataclasses import replace
from datetime import datetime

from tests.crash.flows import SUNDAY, Flow, presses, says

ASKED = says("m1", "张三", "/请假 年假 2026-11-24至2026-11-25")
NUMBER = "QJ-20261122-001"
# On PostgreSQL one of two people, or the job, may be quicker than the other: there it isn't known what must happen.
REFUSED = [ASKED, replace(says("m2", "王强", f"/驳回 {NUMBER} 赶工"), after="m1")]
CALLED_OFF = [ASKED, presses("p1", "王强", "同意"), replace(says("m2", "张三", f"/取消 {NUMBER}"), after="p1")]
MOVED = [
    *CALLED_OFF[:2],
    replace(says("m2", "张三", f"/改期 {NUMBER} 2026-11-26至2026-11-27"), after="p1"),
    presses("p2", "张三", "确认"),
]
BEGINS = [says("m1", "张三", "/请假 年假 2026-11-23"), presses("p1", "王强", "同意")]

LEAVE_FLOWS = (
    Flow("a leave is asked for and agreed to", [ASKED, presses("p1", "王强", "同意")]),
    Flow("a leave is refused", REFUSED, ways=[REFUSED]),
    Flow("a leave is taken back while it waits", [ASKED, says("m2", "张三", f"/撤回 {NUMBER}")]),
    Flow("a leave is called off once it was agreed to", CALLED_OFF, ways=[CALLED_OFF]),
    Flow("a leave is moved", MOVED, ways=[MOVED]),
    Flow(
        "a leave begins",
        BEGINS,
        ways=[BEGINS],
        begins=datetime(2026, 11, 23, 8, 29, 50, tzinfo=SUNDAY.tzinfo),
        quiet_after=15.0,
    ),
)
